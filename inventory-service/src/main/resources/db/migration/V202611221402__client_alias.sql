-- Where a client has gone that was found to be another. Evidence that would discover it again finds the other instead; a client that was
-- discovered and then declared by a merge has an alias for itself.
create table client_alias (
    tenant_id          uuid not null,
    id                 uuid not null,
    client_id          uuid not null,
    discovered_account uuid,
    discovered_product text,
    constraint client_alias_pk primary key (tenant_id, id),
    constraint client_alias_client_id_fk foreign key (tenant_id, client_id) references client (tenant_id, id) on delete cascade
);
create index client_alias_client_id on client_alias (tenant_id, client_id);
create index client_alias_discovered on client_alias (tenant_id, discovered_account, discovered_product)
    where discovered_account is not null;
call protect_tenants_of('client_alias');
