-- What has been done of an import that is merged in parts, until it has ended. Part 0 counts sign-ins and finds accounts, the others work out
-- what belongs to some of the accounts; each is a transaction.
create table import_part (
    tenant_id uuid     not null,
    import_id uuid     not null,
    part      smallint not null,
    accepted  bigint   not null,
    known     bigint   not null,
    rejected  bigint   not null,
    created   bigint   not null,
    constraint import_part_pk primary key (tenant_id, import_id, part),
    constraint import_part_import_id_fk foreign key (tenant_id, import_id) references import (tenant_id, id) on delete cascade
);
call protect_tenants_of('import_part');

-- The sums of a large file, by account, and the accounts that have moved. Logged, unlike what they are made of: once they are here the file has
-- been counted, and a crash of PostgreSQL must not take them.
create table staging.sum (
    user_id       uuid,
    address       text,
    account_id    uuid,
    trait         integer,
    successes     bigint,
    blocked       bigint,
    failures      bigint,
    first_success timestamptz,
    last_success  timestamptz,
    last_block    timestamptz,
    last_seen     timestamptz,
    part          smallint not null
);
create table staging.moved (
    account_id uuid not null
);

create function staging.create_sums(import uuid) returns void
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    execute format('create table staging.%I (like staging.sum) with (autovacuum_enabled = false)', 'sums_' || import);
    execute format('create table staging.%I (like staging.moved) with (autovacuum_enabled = false)', 'moved_' || import);
    execute format('grant select, insert on staging.%I, staging.%I to ${app_role}', 'sums_' || import, 'moved_' || import);
end $$;
revoke all on function staging.create_sums(uuid) from public;
grant execute on function staging.create_sums(uuid) to ${app_role};

create or replace function staging.create_tables(import uuid, shape text) returns void
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    execute format('create unlogged table staging.%I (like staging.%I including constraints) with (autovacuum_enabled = false)',
        'rows_' || import, shape);
    execute format('grant select, insert on staging.%I to ${app_role}', 'rows_' || import);
    if shape = 'item' then
        execute format('alter table staging.%I add primary key (n)', 'rows_' || import);
        return;
    end if;
    execute format('create table staging.%I (like staging.trait) with (autovacuum_enabled = false)', 'traits_' || import);
    execute format('create unlogged table staging.%I (like staging.day) with (autovacuum_enabled = false)', 'days_' || import);
    execute format('create unlogged table staging.%I (like staging.seen) with (autovacuum_enabled = false)', 'seen_' || import);
    execute format('grant select, insert, delete on staging.%I, staging.%I, staging.%I to ${app_role}',
        'traits_' || import, 'days_' || import, 'seen_' || import);
end $$;

create or replace function staging.drop_tables(import uuid) returns void
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    execute format('drop table if exists staging.%I, staging.%I, staging.%I, staging.%I, staging.%I, staging.%I',
        'rows_' || import, 'traits_' || import, 'days_' || import, 'seen_' || import, 'sums_' || import, 'moved_' || import);
end $$;
