-- The same with external ids and changes, which an upsert looks up: one of 150,000 external ids took 20 ms while all of them were taken for one.
create or replace function refresh_statistics(of_tenant uuid) returns void
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
    many     constant bigint := 10000;
    name     text;
    plan     json;
    expected bigint;
    most     bigint;
    found    bigint;
begin
    foreach name in array
        '{account,account_address,change,client,client_account,client_external_id,client_usage,usage,usage_product,usage_report}'::text[]
    loop
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

-- Whoever asks has looked before, once for a whole merge: looking again in the midst of a large one found what it had just written, and analysed it.
create or replace function expects_clients(of_tenant uuid, many bigint) returns boolean
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
    plan json;
begin
    execute format('explain (format json) select from public.client_account where tenant_id = %L', of_tenant) into plan;
    return (plan -> 0 -> 'Plan' ->> 'Plan Rows')::bigint >= many;
end $$;
