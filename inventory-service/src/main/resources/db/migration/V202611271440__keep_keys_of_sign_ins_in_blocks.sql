-- Which sign-ins have been counted: the ids that an import brought of one day and bucket, together. A row for each took 160 bytes and half of what counting
-- costs; in blocks an id takes 27. A bucket is the beginning of the id: a file of a few sign-ins reads a few blocks of a busy day, not all of it. Import
-- 0 is from before imports were named, and counted.
create table sign_in_block (
    tenant_id uuid     not null,
    day       date     not null,
    bucket    smallint not null,
    import    bigint   not null,
    ids       uuid[]   not null,
    constraint sign_in_block_pk primary key (tenant_id, day, bucket, import)
) partition by list (day);
-- Ids are as good as random: trying to compress them takes time and saves nothing.
alter table sign_in_block alter column ids set storage external;
call protect_tenants_of('sign_in_block');

-- The first bits of an id, 15 of them at most: ids are as good as random from their first bit on.
create function id_bucket(id uuid, bits integer) returns smallint
    language sql immutable parallel safe
    return ((get_byte(uuid_send(id), 0) << 8 | get_byte(uuid_send(id), 1)) >> 16 - bits)::smallint;

-- Attached, because that leaves readers and other writers alone; creating a partition in place locks them out. It belongs to the owner, and the app role reaches it
-- through sign_in_block alone, where row-level security stands.
create procedure add_sign_in_partition(of_day date)
    language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
    part text := 'sign_in_block_' || to_char(of_day, 'YYYYMMDD');
begin
    execute format('create table public.%I (like sign_in_block including constraints including indexes including storage)', part);
    execute format('revoke all on public.%I from ${app_role}', part);
    execute format('alter table sign_in_block attach partition public.%I for values in (%L)', part, of_day);
end $$;
revoke all on procedure add_sign_in_partition(date) from public;

create or replace function keep_sign_in_days(days date[]) returns void
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
    missing date;
begin
    update sign_in_day set last_insert_at = now()
    where day = any (days) and dropped_at is null and last_insert_at < now() - interval '1 hour';
    if not exists (select from unnest(days) as wanted where not exists (select from sign_in_day where day = wanted)) then
        return;
    end if;
    perform pg_advisory_xact_lock(hashtext('sign_in_day'));
    for missing in
        select distinct wanted from unnest(days) as wanted
        where not exists (select from sign_in_day where day = wanted)
          and wanted > coalesce((select max(day) from sign_in_day where dropped_at is not null), '-infinity')
        order by wanted
    loop
        call add_sign_in_partition(missing);
        insert into sign_in_day (day) values (missing);
    end loop;
end $$;

create or replace function drop_sign_in_days(retention interval) returns integer
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
    expired date;
    dropped integer := 0;
begin
    for expired in
        select day from sign_in_day where dropped_at is null and last_insert_at < now() - retention
        order by day for update skip locked
    loop
        execute format('drop table public.%I', 'sign_in_block_' || to_char(expired, 'YYYYMMDD'));
        update sign_in_day set dropped_at = now() where day = expired;
        dropped := dropped + 1;
    end loop;
    return dropped;
end $$;

do $$
declare
    kept date;
begin
    for kept in select day from sign_in_day where dropped_at is null order by day loop
        call add_sign_in_partition(kept);
    end loop;
end $$;
insert into sign_in_block (tenant_id, day, bucket, import, ids)
select tenant_id, day, id_bucket(id, 10), coalesce(import, 0), array_agg(id order by id)
from sign_in group by tenant_id, day, id_bucket(id, 10), coalesce(import, 0);
drop table sign_in;
