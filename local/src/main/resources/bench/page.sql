-- What inventory's GET /v1/clients asks PostgreSQL for a first page of 50 with these filters: the keys first, then what shows them. The service
-- also takes the keys as text, for the cursor. Parameters: the tenant.
select c.id, c.version, c.tenant_id, c.kind, c.vendor, c.product, c.product_version, c.operating_system, c.name, c.account,
       c.accounts, c.location, c.department, c.criticality, c.tags, c.notes, c.links, c.status, c.status_reason,
       c.migration, c.migration_reason, c.planned_for,
       c.owner_id, o.name as owner_name, o.email as owner_email, o.locale as owner_locale, c.owner_reason,
       case when c.owner_id is null and not c.shared and c.kind in ('desktop-app', 'mobile-app', 'browser')
             and cardinality(c.accounts) = 1 and c.account like '_%@_%' then c.account end as account_owner_email,
       c.shared, c.person_fields,
       array(select e.source from client_external_id e where e.tenant_id = c.tenant_id and e.client_id = c.id
             order by e.source, e.external_id) as external_sources,
       array(select e.external_id from client_external_id e where e.tenant_id = c.tenant_id and e.client_id = c.id
             order by e.source, e.external_id) as external_ids
from (select c.tenant_id, c.id
      from client c
      where c.tenant_id = cast(? as uuid)
        and exists (select from client_usage cu where cu.tenant_id = c.tenant_id and cu.client_id = c.id
                      and cu.protocol = 'imap' and cu.auth_method = 'basic')
      order by c.tenant_id, c.id limit 51) k
join client c on c.tenant_id = k.tenant_id and c.id = k.id
left join owner o on o.tenant_id = c.tenant_id and o.id = c.owner_id
order by k.tenant_id, k.id
