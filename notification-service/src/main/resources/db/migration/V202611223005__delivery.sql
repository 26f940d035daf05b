-- Attempts to send a notice; written when one begins, completed once, never changed after. All moments are real time.
create table delivery (
    id         bigint      generated always as identity,
    notice_id  uuid        not null,
    attempt    integer     not null,
    started_at timestamptz not null default now(),
    ended_at   timestamptz,
    phase      text        not null,
    smtp_code  integer,
    reply      text,
    outcome    text,
    constraint delivery_pk primary key (id),
    constraint delivery_notice_attempt_key unique (notice_id, attempt),
    constraint delivery_notice_fk foreign key (notice_id) references notice (id),
    constraint delivery_phase_check check (phase in ('claimed', 'connect', 'mail', 'rcpt', 'data', 'dot')),
    constraint delivery_outcome_check check (outcome in ('accepted', 'postponed', 'refused', 'broken-off', 'unanswered',
                                                         'abandoned', 'stopped')),
    constraint delivery_ended_check check ((ended_at is null) = (outcome is null))
);
alter table delivery enable row level security;
alter table delivery force row level security;
create policy tenant_scope on delivery using (
    (select sees_all_tenants()) or exists (select from notice where notice.id = delivery.notice_id));
