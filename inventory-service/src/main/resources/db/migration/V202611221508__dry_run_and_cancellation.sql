alter table import add column dry_run boolean not null default false;
alter table import add column difference jsonb;
alter table import add constraint import_difference_check check (difference is null or dry_run);

-- Who wants an import stopped. In a table of its own, because the row of an import that is being merged is locked until it is done.
create table import_cancellation (
    tenant_id    uuid        not null,
    import_id    uuid        not null,
    requested_at timestamptz not null default now(),
    constraint import_cancellation_pk primary key (tenant_id, import_id),
    constraint import_cancellation_import_id_fk foreign key (tenant_id, import_id) references import (tenant_id, id) on delete cascade
);
call protect_tenants_of('import_cancellation');
