-- Beside rungs people are told that something is over (all-clear), and that evidence has a gap (finding). A finding is about no programme:
-- its programme and auth method are '', its qualifier is its kind and source, its anchor's day the day on which it was planned. A person ''
-- stands for nobody.
alter table reminder add column topic text not null default 'deadline';
alter table reminder alter column topic drop default;
alter table reminder add constraint reminder_topic_check check (topic in ('deadline', 'all-clear', 'finding'));
alter table reminder drop constraint reminder_key;
alter table reminder add constraint reminder_key
    unique (tenant_id, client_id, person, programme, protocol, auth_method, qualifier, topic, anchor, anchor_day, rung);
alter table reminder drop constraint reminder_role_check;
alter table reminder add constraint reminder_role_check
    check (role in ('owner', 'deputy', 'fallback-contact', 'tenant-contact', 'decision-contact'));
alter table reminder add constraint reminder_nobody_check check (person <> '' or state in ('cancelled', 'expired'));

-- What evidence does not show, as the last plan found it; mails are written from these, as from cutoffs and clients. source is '' where
-- it is about none; since is the last day on which there was something.
create table finding (
    tenant_id uuid not null,
    protocol  text not null,
    kind      text not null,
    source    text not null,
    since     date,
    month     text,
    gap       integer,
    constraint finding_pk primary key (tenant_id, protocol, kind, source),
    constraint finding_kind_check check (kind in ('quiet', 'stale', 'gap')),
    constraint finding_gap_check check ((kind = 'gap') = (gap is not null))
);
call protect_tenants_of('finding');

-- The person behind the account of a client that nobody answers for.
alter table client add column account_person text;

-- Who stands in for the owners of clients, as the last plan read it.
create table owner (
    tenant_id     uuid not null,
    email         text not null,
    deputy_email  text,
    deputy_locale text,
    constraint owner_pk primary key (tenant_id, email)
);
call protect_tenants_of('owner');

-- What a planner has read of a tenant and not yet planned, page by page, under the token of its lease. Nothing is lost with it: after a
-- crash it is read again.
create unlogged table staged_client (
    tenant_id      uuid    not null,
    token          uuid    not null,
    client_id      uuid    not null,
    kind           text    not null,
    product        text,
    name           text,
    account        text,
    account_person text,
    shared         boolean not null,
    resolved       boolean not null,
    owner_name     text,
    owner_email    text,
    owner_locale   text,
    tags           text[]  not null,
    constraint staged_client_pk primary key (tenant_id, token, client_id)
);
call protect_tenants_of('staged_client');

create unlogged table staged_use (
    tenant_id   uuid not null,
    token       uuid not null,
    client_id   uuid not null,
    protocol    text not null,
    auth_method text not null,
    qualifier   text not null,
    account     text not null,
    constraint staged_use_pk primary key (tenant_id, token, client_id, protocol, auth_method, qualifier, account)
);
call protect_tenants_of('staged_use');

create unlogged table staged_owner (
    tenant_id     uuid not null,
    token         uuid not null,
    email         text not null,
    deputy_email  text,
    deputy_locale text,
    constraint staged_owner_pk primary key (tenant_id, token, email)
);
call protect_tenants_of('staged_owner');

-- The lines of which somebody was told, or is to be, until the last day on which that is of use: for them a tenant is asked for whom they
-- concern also while no rung is due, because such people hear of another day at once.
create table told_line (
    tenant_id   uuid not null,
    programme   text not null,
    protocol    text not null,
    auth_method text not null,
    qualifier   text not null,
    last_use    date not null,
    constraint told_line_pk primary key (tenant_id, programme, protocol, auth_method, qualifier)
);
call protect_tenants_of('told_line');
insert into told_line
select tenant_id, programme, protocol, auth_method, qualifier, max(coalesce(last_use, 'infinity')) from reminder
where state in ('planned', 'sending', 'sent') and topic = 'deadline' group by 1, 2, 3, 4, 5;

-- How many clients the last plan was about: where they are many, a plan takes long, and others must not wait for it; and how many of them
-- there was nobody to tell of.
alter table tenant
    add column clients integer not null default 0,
    add column untold integer not null default 0;

-- All that was decided about one person.
create index reminder_person on reminder (person, tenant_id, id) where person <> '';
