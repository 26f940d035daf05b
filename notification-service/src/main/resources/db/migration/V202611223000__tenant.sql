-- Inventory's tenants, followed; planned_on is the tenant's own day for which it was planned last.
create table tenant (
    tenant_id        uuid   not null,
    version          bigint not null,
    name             text   not null,
    time_zone        text   not null,
    locale           text   not null,
    decision_contact text,
    fallback_contact text,
    planned_on       date,
    constraint tenant_pk primary key (tenant_id)
);
call protect_tenants_of('tenant');
