-- Row-level security: what a transaction may see is in app.tenants, set as its first statement. Unset, or '' as it is after a
-- transaction that had set it, means no rows; '*' means all.
create function sees_all_tenants() returns boolean
    language sql stable parallel safe
    return coalesce(current_setting('app.tenants', true) = '*', false);

create function visible_tenants() returns uuid[]
    language sql stable parallel safe
    return string_to_array(nullif(nullif(current_setting('app.tenants', true), ''), '*'), ',')::uuid[];

-- The one policy that every table of tenant data has. FORCE, because the owner would else pass by. The sub-selects make it one
-- evaluation a query instead of one a row.
create procedure protect_tenants_of(protected regclass)
    language plpgsql as $$
begin
    execute format('alter table %s enable row level security', protected);
    execute format('alter table %s force row level security', protected);
    execute format(
        'create policy tenant_scope on %s using ('
        '(select sees_all_tenants()) or tenant_id = any ((select visible_tenants())::uuid[]))', protected);
end $$;
