-- What calendars were last told of an event, so that its SEQUENCE rises whenever a date moves, whatever moved it and however often
-- somebody looks.
create table calendar_event (
    tenant_id  uuid        not null,
    uid        text        not null,
    sequence   integer     not null,
    starts     date        not null,
    ends       date,
    changed_at timestamptz not null,
    constraint calendar_event_pk primary key (tenant_id, uid),
    constraint calendar_event_order_check check (ends >= starts),
    constraint calendar_event_sequence_check check (sequence >= 0)
);
call protect_tenants_of('calendar_event');

-- A calendar that can be subscribed to by whoever has its link. It spans tenants: who sees all of them sees the link.
create table calendar_link (
    id         uuid        not null,
    version    bigint      not null,
    name       text        not null,
    tenants    uuid[]      not null,
    programmes text[]      not null,
    protocols  text[]      not null,
    created_at timestamptz not null,
    created_by text        not null,
    expires_at timestamptz not null,
    revoked_at timestamptz,
    revoked_by text,
    constraint calendar_link_pk primary key (id),
    constraint calendar_link_tenants_check check (cardinality(tenants) > 0),
    constraint calendar_link_revoked_check check ((revoked_at is null) = (revoked_by is null))
);
create index calendar_link_tenants on calendar_link using gin (tenants);
alter table calendar_link enable row level security;
alter table calendar_link force row level security;
create policy tenant_scope on calendar_link using (
    (select sees_all_tenants()) or tenants <@ (select visible_tenants())::uuid[]);

-- The key by which links are signed: one for all replicas. Delete the row and every link is void.
create table calendar_link_key (
    only_one boolean not null default true,
    secret   text    not null,
    constraint calendar_link_key_pk primary key (only_one),
    constraint calendar_link_key_only_one_check check (only_one)
);
