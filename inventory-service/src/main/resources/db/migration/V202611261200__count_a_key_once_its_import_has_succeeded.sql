-- Which import brought a sign-in. Keys are written in a transaction of their own, beside the one that adds up: a sign-in has been counted
-- if the import that its key names has succeeded. Null is from before, and counted.
alter table sign_in add column import bigint;

-- What a file says of each day, once a file instead of once a row; and which of its rows say nothing new.
create table staging.day (
    protocol    text   not null,
    auth_method text   not null,
    day         date   not null,
    rows        bigint not null,
    successes   bigint not null
);
create table staging.seen (
    n bigint not null
);
-- The UTC day and the month since 2000 are worked out once, where the time is read.
alter table staging.sign_in
    add column day   date,
    add column month smallint,
    add constraint sign_in_day_check check (day is not null or reason is not null);

create or replace function staging.create_tables(import uuid, shape text) returns void
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    execute format('create unlogged table staging.%I (like staging.%I including constraints) with (autovacuum_enabled = false)', 'rows_' || import, shape);
    execute format('grant select, insert on staging.%I to ${app_role}', 'rows_' || import);
    if shape = 'item' then
        execute format('alter table staging.%I add primary key (n)', 'rows_' || import);
        return;
    end if;
    execute format('create unlogged table staging.%I (like staging.trait) with (autovacuum_enabled = false)', 'traits_' || import);
    execute format('create unlogged table staging.%I (like staging.day) with (autovacuum_enabled = false)', 'days_' || import);
    execute format('create unlogged table staging.%I (like staging.seen) with (autovacuum_enabled = false)', 'seen_' || import);
    execute format('grant select, insert, delete on staging.%I, staging.%I, staging.%I to ${app_role}',
        'traits_' || import, 'days_' || import, 'seen_' || import);
end $$;

create or replace function staging.drop_tables(import uuid) returns void
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    execute format('drop table if exists staging.%I, staging.%I, staging.%I, staging.%I',
        'rows_' || import, 'traits_' || import, 'days_' || import, 'seen_' || import);
end $$;

-- What waits was staged without its days.
update import set status = 'failed', failure = 'It waited while the service was upgraded; send the body again', finished_at = clock_timestamp()
where status = 'running';
