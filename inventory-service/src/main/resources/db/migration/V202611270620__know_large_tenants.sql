-- Analyses the tables that hold far more of a tenant than PostgreSQL expects. Autovacuum does so once a tenth of a table is new: by then a tenant that
-- came among larger ones has been joined row by row with itself for days. Of what is expected to be large nothing is looked at, and of what is not, as
-- little as says so. Whoever is analysing a table already is not waited for.
create function refresh_statistics(of_tenant uuid) returns void
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
    many     constant bigint := 10000;
    name     text;
    plan     json;
    expected bigint;
    most     bigint;
    found    bigint;
begin
    foreach name in array '{account,account_address,client,client_account,client_usage,usage,usage_product,usage_report}'::text[] loop
        execute format('explain (format json) select from public.%I where tenant_id = %L', name, of_tenant) into plan;
        expected := (plan -> 0 -> 'Plan' ->> 'Plan Rows')::bigint;
        continue when expected >= many;
        most := 10 * expected + 1000;
        execute format('select count(*) from (select from public.%I where tenant_id = %L limit %s) as met', name, of_tenant, most) into found;
        if found = most then
            execute format('analyze (skip_locked) public.%I', name);
        end if;
    end loop;
end $$;
revoke all on function refresh_statistics(uuid) from public;
grant execute on function refresh_statistics(uuid) to ${app_role};
