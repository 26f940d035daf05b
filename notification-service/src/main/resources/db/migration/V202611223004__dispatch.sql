-- Whether mail may leave: the tenant 0 stands for all. A tenant without a row is held.
create table dispatch (
    tenant_id  uuid        not null,
    version    bigint      not null,
    state      text        not null,
    changed_at timestamptz not null,
    changed_by text        not null,
    constraint dispatch_pk primary key (tenant_id),
    constraint dispatch_state_check check (state in ('held', 'released', 'paused'))
);
call protect_tenants_of('dispatch');
create policy no_tenant on dispatch for select using (tenant_id = '00000000-0000-0000-0000-000000000000');
