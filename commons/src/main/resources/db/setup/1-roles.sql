-- Run by an administrator in any database; ${service} is inventory, timeline or notification. May be run again.
--
-- Migrations run as the owner; the service runs as the app role, which owns nothing and bypasses nothing, so that row-level
-- security holds for every statement that the service can send.
do $$
begin
    if not exists (select from pg_roles where rolname = '${service}_owner') then
        create role ${service}_owner login nosuperuser nocreatedb nocreaterole nobypassrls;
    end if;
    if not exists (select from pg_roles where rolname = '${service}_app') then
        create role ${service}_app login nosuperuser nocreatedb nocreaterole nobypassrls;
    end if;
end $$;
alter role ${service}_owner password '${password}';
alter role ${service}_app password '${password}';
