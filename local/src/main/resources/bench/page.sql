-- What inventory's GET /v1/clients asks PostgreSQL for a first page of 50 with these filters. Parameters: the tenant.
select c.id, c.version, c.tenant_id, c.kind, c.vendor, c.product, c.product_version, c.operating_system, c.name, c.account,
       c.accounts, c.location, c.criticality, c.tags, c.notes, c.status, c.owner_id, o.name as owner_name,
       o.email as owner_email, o.locale as owner_locale, c.owner_reason, c.shared,
       array(select e.source from client_external_id e where e.tenant_id = c.tenant_id and e.client_id = c.id
             order by e.source, e.external_id) as external_sources,
       array(select e.external_id from client_external_id e where e.tenant_id = c.tenant_id and e.client_id = c.id
             order by e.source, e.external_id) as external_ids,
       (c.tenant_id)::text as key_0, (c.id)::text as key_1
from client c left join owner o on o.tenant_id = c.tenant_id and o.id = c.owner_id
where (c.tenant_id = any(array[?]::uuid[]))
  and (exists (select from client_usage cu join usage u on u.tenant_id = cu.tenant_id and u.id = cu.usage_id
               where cu.tenant_id = c.tenant_id and cu.client_id = c.id and u.successes + u.blocked > 0
                 and u.protocol = 'imap' and u.auth_method = 'basic'))
order by c.tenant_id, c.id limit 51
