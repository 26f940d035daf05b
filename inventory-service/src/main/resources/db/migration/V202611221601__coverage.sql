-- What evidence speaks of: sums of new sign-ins by the day of the sign-in, so that the same files in any order give the same coverage.
create table coverage_day (
    tenant_id   uuid   not null,
    source      text   not null,
    protocol    text   not null,
    auth_method text   not null,
    day         date   not null,
    rows        bigint not null,
    successes   bigint not null,
    constraint coverage_day_pk primary key (tenant_id, source, protocol, auth_method, day)
);
call protect_tenants_of('coverage_day');

-- Each time that a source brought something, also if that was nothing; the times of what it brought are null then. Business time.
create table coverage_arrival (
    tenant_id  uuid        not null,
    source     text        not null,
    import_id  uuid        not null,
    arrived_at timestamptz not null,
    rows       bigint      not null,
    first_day  date,
    last_day   date,
    constraint coverage_arrival_pk primary key (tenant_id, source, import_id),
    constraint coverage_arrival_days_check check ((rows = 0) = (first_day is null) and (rows = 0) = (last_day is null))
);
call protect_tenants_of('coverage_arrival');

-- Which accounts succeeded with Basic in a month: what the vendor's own counts are compared with.
create table coverage_account (
    tenant_id  uuid not null,
    protocol   text not null,
    month      date not null,
    account_id uuid not null,
    constraint coverage_account_pk primary key (tenant_id, protocol, month, account_id)
);
call protect_tenants_of('coverage_account');
