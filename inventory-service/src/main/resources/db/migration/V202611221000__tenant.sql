create table tenant (
    tenant_id        uuid        not null,
    version          bigint      not null,
    name             text        not null,
    primary_domain   text,
    cloud            text        not null,
    created_on       date,
    time_zone        text        not null,
    locale           text        not null,
    decision_contact text,
    fallback_contact text,
    search           text        not null,
    constraint tenant_pk primary key (tenant_id),
    constraint tenant_cloud_check check (cloud in ('worldwide', 'gcc', 'gcc-high', 'dod', 'china'))
);
call protect_tenants_of('tenant');
