-- How far the affected clients of a tenant had come when a week ended, for all programmes ('') and for each. Written once a week from the
-- facts, and never changed after that, so that last week stays what it was.
create table readiness_week (
    tenant_id uuid   not null,
    week      date   not null,
    programme text   not null,
    nobody    bigint not null,
    told      bigint not null,
    reached   bigint not null,
    answered  bigint not null,
    planned   bigint not null,
    done      bigint not null,
    verified  bigint not null,
    constraint readiness_week_pk primary key (tenant_id, week, programme),
    constraint readiness_week_monday_check check (extract(isodow from week) = 1)
);
call protect_tenants_of('readiness_week');
