-- One row a resource, at its last change. Writers leave the position empty; readers number what has none (ChangeFeed says why).
create sequence change_entry;

create table change (
    tenant_id   uuid        not null,
    kind        text        not null,
    id          text        not null,
    version     bigint      not null,
    deleted     boolean     not null,
    recorded_at timestamptz not null default now(),
    entry       bigint      not null default nextval('change_entry'),
    position    bigint,
    constraint change_pk primary key (tenant_id, kind, id)
);
create unique index change_position_key on change (position);
create index change_unnumbered on change (entry) where position is null;
call protect_tenants_of('change');

-- What belongs to no tenant (a revision) is everybody's to see.
create policy no_tenant on change using (tenant_id = '00000000-0000-0000-0000-000000000000');

create table change_counter (
    position bigint not null
);
insert into change_counter values (0);

-- The last position of which tombstones have been dropped: a cursor before it has missed deletions.
create table change_horizon (
    position bigint not null
);
insert into change_horizon values (0);

create table followed_feed (
    name   text not null,
    cursor text,
    constraint followed_feed_pk primary key (name)
);
