-- The links in mails. One comes with one notice for one person; it spans tenants as the notice does, and who sees one of them sees that it
-- exists. The token itself is nowhere: it is made of the id and a key.
create table link (
    id         uuid        not null,
    notice_id  uuid        not null,
    person     text        not null,
    locale     text        not null,
    tenants    uuid[]      not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    revoked_at timestamptz,
    revoked_by text,
    constraint link_pk primary key (id),
    constraint link_tenants_check check (cardinality(tenants) > 0),
    constraint link_revoked_check check ((revoked_at is null) = (revoked_by is null))
);
create index link_tenants on link using gin (tenants);
create index link_person on link (person);
create index link_notice on link (notice_id);
create index link_expiry on link (expires_at);
alter table link enable row level security;
alter table link force row level security;
create policy tenant_scope on link using (
    (select sees_all_tenants()) or tenants && (select visible_tenants())::uuid[]);

-- The keys by which links are signed: the same for all replicas. Delete a row and every link of that key opens nothing.
create table link_key (
    id             text        not null,
    secret         text        not null,
    created_at     timestamptz not null default now(),
    verifies_until timestamptz not null default now(),
    constraint link_key_pk primary key (id)
);
alter table link_key enable row level security;
alter table link_key force row level security;
create policy system_signs on link_key using ((select sees_all_tenants()));

-- People can also say themselves that they are not to be told.
alter table recipient drop constraint recipient_reason_check;
alter table recipient add constraint recipient_reason_check
    check (reason in ('hard-bounce', 'soft-bounces', 'few-bounces', 'marked', 'wrong-person', 'unsubscribed'));

-- Who asks for help is told of to the tenant's contact.
alter table reminder drop constraint reminder_topic_check;
alter table reminder add constraint reminder_topic_check check (topic in ('deadline', 'all-clear', 'finding', 'help'));

-- When somebody was last mailed a new link in the place of one that was over; only we ourselves read it.
create table fresh_link (
    person    text        not null,
    mailed_at timestamptz not null default now(),
    constraint fresh_link_pk primary key (person)
);
alter table fresh_link enable row level security;
alter table fresh_link force row level security;
create policy system_mails on fresh_link using ((select sees_all_tenants()));
