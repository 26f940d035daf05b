-- The vendor's messages to a tenant, each as often as it was published: the same id comes again with other dates.
create table service_message (
    tenant_id                 uuid        not null,
    id                        text        not null,
    last_modified_date_time   timestamptz not null,
    title                     text        not null,
    category                  text,
    severity                  text,
    services                  text[]      not null,
    tags                      text[]      not null,
    is_major_change           boolean     not null,
    start_date_time           timestamptz,
    end_date_time             timestamptz,
    action_required_date_time timestamptz,
    expiry_date_time          timestamptz,
    details                   jsonb       not null,
    body                      text,
    constraint service_message_pk primary key (tenant_id, id, last_modified_date_time)
);
create index service_message_last_modified on service_message (tenant_id, last_modified_date_time, id);
call protect_tenants_of('service_message');
