-- In the very order in which notices are claimed, so that who claims ten looks at ten and not at all that wait.
create index notice_urgency on notice (nearest, (array_position('{high,normal,low}'::text[], severity)), next_attempt_at)
    where state in ('planned', 'retry', 'uncertain');
drop index notice_waiting;
