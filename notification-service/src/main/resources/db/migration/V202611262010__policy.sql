-- At which lead times, at which hours and whom to tell. The tenant 0 stands for all, the programme '' for all of a tenant's. Only what is
-- set stands here; the rest is inherited.
create table policy (
    tenant_id  uuid        not null,
    programme  text        not null,
    version    bigint      not null,
    settings   jsonb       not null,
    changed_at timestamptz not null,
    changed_by text        not null,
    constraint policy_pk primary key (tenant_id, programme),
    constraint policy_zone_check check (programme = '' or not settings ? 'timeZone')
);
call protect_tenants_of('policy');
create policy no_tenant on policy for select using (tenant_id = '00000000-0000-0000-0000-000000000000');

-- The time zone that a policy sets for a tenant; null if none does.
create function policy_zone(tenant uuid) returns text stable language sql as $$
    select coalesce(
        (select settings ->> 'timeZone' from policy where tenant_id = tenant and programme = ''),
        (select settings ->> 'timeZone' from policy
         where tenant_id = '00000000-0000-0000-0000-000000000000' and programme = ''))
$$;

-- time_zone is the one that holds; what inventory says of the tenant is kept beside it, for when a policy is taken back.
alter table tenant add column stated_zone text;
update tenant set stated_zone = time_zone;
alter table tenant alter column stated_zone set not null;

-- Hours in which the mail does not leave, in the zone of the notice. Asked when it is to leave, and not when it is planned: what was planned
-- in time may still be waiting when they begin.
alter table notice
    add column quiet_from time,
    add column quiet_to time,
    add constraint notice_quiet_check check ((quiet_from is null) = (quiet_to is null));

create function in_quiet_hours(at timestamptz, zone text, quiet_from time, quiet_to time) returns boolean
    stable language sql as $$
    select case
        when quiet_from is null then false
        when quiet_from < quiet_to then (at at time zone zone)::time >= quiet_from and (at at time zone zone)::time < quiet_to
        else (at at time zone zone)::time >= quiet_from or (at at time zone zone)::time < quiet_to
    end
$$;

-- How bad it is if the person does not read it in time: as bad as the worst thing in it.
alter table notice add column severity text not null default 'normal';
alter table notice alter column severity drop default;
alter table notice add constraint notice_severity_check check (severity in ('low', 'normal', 'high'));
