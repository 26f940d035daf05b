create table audit (
    tenant_id   uuid        not null,
    id          bigint      generated always as identity,
    recorded_at timestamptz not null default now(),
    actor       text        not null,
    action      text        not null,
    kind        text        not null,
    resource_id text        not null,
    before      jsonb,
    after       jsonb,
    reason      text,
    constraint audit_pk primary key (tenant_id, id)
);
create index audit_resource on audit (tenant_id, kind, resource_id, id);
call protect_tenants_of('audit');

-- A trail that could be rewritten would prove nothing.
revoke update, delete, truncate on audit from ${app_role};
