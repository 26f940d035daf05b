-- A copy of what inventory knows and we need; its feed keeps it fresh, the newer version wins.
create table tenant (
    tenant_id  uuid   not null,
    version    bigint not null,
    name       text   not null,
    cloud      text,
    created_on date,
    constraint tenant_pk primary key (tenant_id),
    constraint tenant_cloud_check check (cloud in ('worldwide', 'gcc', 'gcc-high', 'dod', 'china'))
);
call protect_tenants_of('tenant');
