create table import (
    tenant_id       uuid        not null,
    id              uuid        not null,
    number          bigint      not null generated always as identity,
    status          text        not null,
    format          text        not null,
    sent_by         text        not null,
    idempotency_key text,
    fingerprint     text        not null,
    bytes           bigint      not null,
    rows            bigint      not null,
    staged          bigint      not null,
    days            date[]      not null default '{}',
    accepted        bigint      not null default 0,
    known           bigint      not null default 0,
    ignored         bigint      not null,
    rejected        bigint      not null,
    warnings        jsonb       not null default '[]',
    failure         text,
    attempts        integer     not null default 0,
    next_attempt_at timestamptz not null default now(),
    received_at     timestamptz not null default now(),
    finished_at     timestamptz,
    constraint import_pk primary key (tenant_id, id),
    constraint import_status_check check (status in ('running', 'succeeded', 'failed', 'cancelled')),
    constraint import_finished_at_check check ((status = 'running') = (finished_at is null)),
    constraint import_sum_check check (status <> 'succeeded' or rows = accepted + known + ignored + rejected)
);
create index import_number on import (tenant_id, number);
create index import_running on import (tenant_id, number) where status = 'running';
create unique index import_idempotency_key on import (tenant_id, sent_by, idempotency_key) where idempotency_key is not null;
call protect_tenants_of('import');

create table import_error (
    tenant_id uuid   not null,
    import_id uuid   not null,
    n         bigint not null,
    line      bigint not null,
    field     text,
    reason    text   not null,
    value     text,
    constraint import_error_pk primary key (tenant_id, import_id, n),
    constraint import_error_import_id_fk foreign key (tenant_id, import_id) references import (tenant_id, id) on delete cascade
);
call protect_tenants_of('import_error');

-- What an import brought until it is merged: two tables for each import, made in the transaction that fills them and dropped in the one
-- that merges them. Without row-level security, which refuses COPY; no endpoint reads them. Unlogged: after a crash of PostgreSQL they are
-- empty, and the import says "send again". A table for each, because a shared one would need its rows deleted and its garbage vacuumed.
create schema staging;
revoke all on schema staging from public;
grant usage on schema staging to ${app_role};

create table staging.sign_in (
    n          bigint      not null,
    line       bigint      not null,
    id         uuid,
    at         timestamptz,
    user_id    uuid,
    address    text,
    trait      integer,
    outcome    smallint,
    field      text,
    reason     text,
    value      text
);
create table staging.item (
    n      bigint not null,
    line   bigint not null,
    item   text,
    field  text,
    reason text,
    value  text
);
-- What sign-ins of one kind have in common, once a file instead of once a row.
create table staging.trait (
    id               integer not null,
    protocol         text    not null,
    auth_method      text    not null,
    qualifier        text    not null,
    product_key      text    not null,
    kind             text    not null,
    vendor           text,
    product          text,
    product_version  text,
    operating_system text
);

create function staging.create_tables(import uuid, shape text) returns void
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    execute format('create unlogged table staging.%I (like staging.%I) with (autovacuum_enabled = false)', 'rows_' || import, shape);
    execute format('create unlogged table staging.%I (like staging.trait) with (autovacuum_enabled = false)', 'traits_' || import);
    if shape = 'item' then
        execute format('alter table staging.%I add primary key (n)', 'rows_' || import);
    end if;
    execute format('grant select, insert on staging.%I, staging.%I to ${app_role}', 'rows_' || import, 'traits_' || import);
end $$;

create function staging.drop_tables(import uuid) returns void
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    execute format('drop table if exists staging.%I, staging.%I', 'rows_' || import, 'traits_' || import);
end $$;

revoke all on function staging.create_tables(uuid, text), staging.drop_tables(uuid) from public;
grant execute on function staging.create_tables(uuid, text), staging.drop_tables(uuid) to ${app_role};
