-- The two orders in which notices are claimed, each with a condition that only the query in this order has. Statistics are mostly made while
-- hardly anything waits; then all ways to read look alike, and the other index would be read to its end and sorted, once for ten mails.
drop index notice_urgency;
create index notice_urgency on notice (nearest, (array_position('{high,normal,low}'::text[], severity)), next_attempt_at)
    where state in ('planned', 'retry', 'uncertain') and nearest > '-infinity';
drop index notice_turn;
create index notice_turn on notice ((tenants[1]), nearest, (array_position('{high,normal,low}'::text[], severity)), next_attempt_at)
    where state in ('planned', 'retry', 'uncertain') and tenants[1] is not null;

-- What is under way is little at any moment, and is found without the end of its lease. That moves on just before the end of a mail: in an
-- index it would have every other index of the notice written to as well.
drop index notice_leased;
create index notice_leased on notice (id) where state = 'sending';
