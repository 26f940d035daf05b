-- Whether PostgreSQL expects a tenant to have many clients, and so joins some of them with the rest by index. What it expects is asked, and not counted,
-- since its plans go by that: a tenant that is large and taken for small would be joined row by row with itself.
create function expects_clients(of_tenant uuid, many bigint) returns boolean
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
    plan json;
begin
    perform refresh_statistics(of_tenant);
    execute format('explain (format json) select from public.client_account where tenant_id = %L', of_tenant) into plan;
    return (plan -> 0 -> 'Plan' ->> 'Plan Rows')::bigint >= many;
end $$;
revoke all on function expects_clients(uuid, bigint) from public;
grant execute on function expects_clients(uuid, bigint) to ${app_role};
