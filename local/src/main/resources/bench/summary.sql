-- What inventory's GET /v1/usages/summary?groupBy=protocol,authMethod asks PostgreSQL for one tenant. Parameters: the tenant.
select s.*, null::text as owner_name, null::text as owner_email, null::text as owner_locale,
       (coalesce(s.protocol, '~'))::text as key_0, (coalesce(s.auth_method, '~'))::text as key_1
from (select null::uuid as tenant_id, u.protocol as protocol, u.auth_method as auth_method, null::text as status,
             null::uuid as owner_id, null::text as kind, null::date as week, null::uuid as owner_tenant_id, count(*) as usages,
             coalesce(sum(u.successes), 0)::bigint as successes, coalesce(sum(u.blocked), 0)::bigint as blocked,
             coalesce(sum(u.failures), 0)::bigint as failures, min(u.first_success) filter (where u.successes > 0) as first_seen,
             max(u.last_success) filter (where u.successes > 0) as last_seen
      from usage u
      where (u.successes + u.blocked > 0 or u.reported) and u.tenant_id = cast(? as uuid)
      group by u.protocol, u.auth_method, null::uuid) s
order by coalesce(s.protocol, '~'), coalesce(s.auth_method, '~') limit 51
