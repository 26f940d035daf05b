-- A notice is one mail to one person on one day, about reminders of any number of tenants; so it has no tenant of its own. A token
-- sees it if it sees one of its tenants; its text is shown only where it sees all of them (Notices).
create table notice (
    id              uuid        not null,
    version         bigint      not null,
    person          text        not null,
    day             date        not null,
    locale          text        not null,
    zone            text        not null,
    state           text        not null,
    waits_for       text,
    tenants         uuid[]      not null,
    nearest         date        not null,
    planned_at      timestamptz not null,
    attempts        integer     not null default 0,
    resends         integer     not null default 0,
    next_attempt_at timestamptz not null default now(),
    lease_token     uuid,
    lease_until     timestamptz,
    phase           text,
    message_id      text,
    subject         text,
    mime            bytea,
    frozen_at       timestamptz,
    sent_at         timestamptz,
    constraint notice_pk primary key (id),
    -- Deferred, because two notices of a person may change places in one transaction.
    constraint notice_person_day_key unique (person, day) deferrable initially deferred,
    constraint notice_state_check check (state in ('planned', 'held', 'sending', 'uncertain', 'sent', 'retry', 'failed',
                                                   'superseded', 'expired', 'cancelled')),
    constraint notice_phase_check check (phase in ('claimed', 'dot')),
    constraint notice_leased_check check ((state = 'sending') <= (lease_token is not null and lease_until is not null and phase is not null)),
    constraint notice_frozen_check check ((mime is null) = (message_id is null) and (mime is null) = (frozen_at is null))
);
create index notice_tenants on notice using gin (tenants);
create index notice_day on notice (day, id);
create index notice_waiting on notice (nearest, next_attempt_at) where state in ('planned', 'retry', 'uncertain');
create index notice_leased on notice (lease_until) where state = 'sending';
create index notice_open on notice (person) where state in ('planned', 'held', 'retry');
alter table notice enable row level security;
alter table notice force row level security;
create policy tenant_scope on notice using (
    (select sees_all_tenants()) or tenants && (select visible_tenants())::uuid[]);

-- One rung for one person, client, protocol and deadline: it exists once by this key, whoever plans it and however often. A decision
-- has no client: its client_id is 0.
create table reminder (
    tenant_id   uuid        not null,
    id          bigint      generated always as identity,
    client_id   uuid        not null,
    person      text        not null,
    programme   text        not null,
    protocol    text        not null,
    auth_method text        not null,
    anchor      text        not null,
    anchor_day  date        not null,
    rung        integer     not null,
    named       boolean     not null,
    last_use    date,
    role        text        not null,
    reason      text        not null,
    state       text        not null,
    moved_from  date,
    moved_named boolean,
    locale      text        not null,
    zone        text        not null,
    decided_at  timestamptz not null,
    notice_id   uuid,
    constraint reminder_pk primary key (tenant_id, id),
    constraint reminder_key unique (tenant_id, client_id, person, programme, protocol, auth_method, anchor, anchor_day, rung),
    constraint reminder_notice_fk foreign key (notice_id) references notice (id),
    constraint reminder_anchor_check check (anchor in ('cutoff', 'decision')),
    constraint reminder_role_check check (role in ('owner', 'fallback-contact', 'decision-contact')),
    constraint reminder_state_check check (state in ('planned', 'sending', 'sent', 'failed', 'superseded', 'expired', 'cancelled'))
);
create index reminder_line on reminder (tenant_id, programme, protocol, auth_method, anchor);
-- The two ways in that have no tenant: everything that one person is told, and everything in one notice.
create index reminder_live on reminder (person, tenant_id) where state = 'planned';
create index reminder_of_notice on reminder (notice_id) where notice_id is not null;
call protect_tenants_of('reminder');

-- Whose notices are to be put together anew. Whoever changes what is due asks for it; only we ourselves read it.
create table gather_request (
    person text not null,
    constraint gather_request_pk primary key (person)
);
alter table gather_request enable row level security;
alter table gather_request force row level security;
create policy anybody_asks on gather_request for insert with check (true);
create policy system_reads on gather_request using ((select sees_all_tenants()));
