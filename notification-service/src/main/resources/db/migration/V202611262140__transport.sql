-- On which way an attempt went.
alter table delivery add column transport text not null default 'default';
alter table delivery alter column transport drop default;
create index delivery_of_transport on delivery (transport, started_at);

-- What is left of a transport's budget; shared by all replicas, so a row is locked for as long as somebody takes from it. next_at is when the
-- next mail may leave, day_taken how many have left in the day up to counted_at, and since then. All moments are real time.
create table transport_budget (
    transport  text        not null,
    next_at    timestamptz not null default '-infinity',
    day_taken  integer     not null default 0,
    counted_at timestamptz not null default '-infinity',
    constraint transport_budget_pk primary key (transport)
);

-- Somebody has asked for it to be sent again, as it is: it waits as a retry, and no plan touches it.
alter table notice add column resend_asked boolean not null default false;
-- Whose turn it is: the first tenant with something to send after the one that had the last turn.
create index notice_turn on notice ((tenants[1]), nearest, next_attempt_at) where state in ('planned', 'retry', 'uncertain');
