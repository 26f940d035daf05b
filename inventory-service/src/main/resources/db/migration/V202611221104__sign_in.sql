-- Which sign-ins have been counted: nothing but the key, a partition a day, so that forgetting a day is dropping a table.
create table sign_in (
    tenant_id uuid not null,
    day       date not null,
    id        uuid not null,
    constraint sign_in_pk primary key (tenant_id, day, id)
) partition by list (day);
call protect_tenants_of('sign_in');

-- Which days have a partition, and since when nothing has been added: real time. A dropped day stays listed, because what it held can
-- no longer be told from what is new.
create table sign_in_day (
    day            date        not null,
    last_insert_at timestamptz not null default now(),
    dropped_at     timestamptz,
    constraint sign_in_day_pk primary key (day)
);

-- Makes the partitions of these days. They belong to the owner, and the app role reaches them through sign_in alone, where row-level
-- security stands. Attached, because that leaves readers and other writers of sign_in alone; creating a partition in place locks them out.
-- The temporary schema comes last in the path of what runs as the owner: whoever calls could else put tables of theirs before ours.
create function keep_sign_in_days(days date[]) returns void
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
    missing date;
    part    text;
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
        part := 'sign_in_' || to_char(missing, 'YYYYMMDD');
        execute format('create table public.%I (like sign_in including constraints including indexes)', part);
        execute format('revoke all on public.%I from ${app_role}', part);
        execute format('alter table sign_in attach partition public.%I for values in (%L)', part, missing);
        insert into sign_in_day (day) values (missing);
    end loop;
end $$;

-- Drops the days to which nothing has been added for so long. Gives way to imports: what it cannot lock at once it leaves for next time.
create function drop_sign_in_days(retention interval) returns integer
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
    expired date;
    dropped integer := 0;
begin
    for expired in
        select day from sign_in_day where dropped_at is null and last_insert_at < now() - retention
        order by day for update skip locked
    loop
        execute format('drop table public.%I', 'sign_in_' || to_char(expired, 'YYYYMMDD'));
        update sign_in_day set dropped_at = now() where day = expired;
        dropped := dropped + 1;
    end loop;
    return dropped;
end $$;

revoke all on function keep_sign_in_days(date[]), drop_sign_in_days(interval) from public;
grant execute on function keep_sign_in_days(date[]), drop_sign_in_days(interval) to ${app_role};
revoke insert, update, delete on sign_in_day from ${app_role};
