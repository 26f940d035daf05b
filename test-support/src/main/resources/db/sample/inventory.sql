-- Made-up tenants with owners, clients, accounts and usages for tests and benches of inventory: the same for the same seed, and made where
-- they go, so that a million takes no memory but the server's. Each table is one statement between lines of dashes. What relinking works
-- out is filled in as it would be; the change feed and the audit trail are left empty: nothing has happened to these clients.
--
-- Parameters: ${seed}, ${tenants}, ${clients} and ${usages}; the last two are spread over the tenants evenly. Run as the owner of the tables
-- in a transaction with app.tenants = '*'.

-- A number from 0 to below `many` that follows from the seed, what it is for, and two numbers.
create or replace function pg_temp.pick(many integer, what bigint, tenant bigint, n bigint) returns integer
    language sql immutable
    return ((hashint8extended(tenant * 1000000007 + n, ${seed} * 1009 + what) & 9223372036854775807) % many)::integer;

-- An id that follows from the seed, what it is for, and two numbers.
create or replace function pg_temp.id(what bigint, tenant bigint, n bigint) returns uuid
    language sql immutable
    return overlay(overlay(
        lpad(to_hex(hashint8extended(tenant * 1000000007 + n, ${seed} * 1009 + what)), 16, '0')
        || lpad(to_hex(hashint8extended(tenant * 1000000007 + n, ${seed} * 1013 + what + 500)), 16, '0')
        placing '8' from 13) placing 'a' from 17)::uuid;
--------
create temporary table sample_tenant on commit drop as
select t, pg_temp.id(0, 0, t) as id,
       ${clients} / ${tenants} + (t <= ${clients} % ${tenants})::integer as clients,
       ${usages} / ${tenants} + (t <= ${usages} % ${tenants})::integer as usages
from generate_series(1, ${tenants}) as t;
analyze sample_tenant;
--------
insert into tenant (tenant_id, version, name, primary_domain, cloud, created_on, time_zone, locale, search)
select id, 1, 'Sample ' || t, 'sample${seed}-' || t || '.example', case when t % 10 = 0 then 'gcc' else 'worldwide' end,
       date '2016-01-01' + t, 'UTC', case when t % 3 = 0 then 'ja' else 'en' end,
       search_text('Sample ' || t, 'sample${seed}-' || t || '.example', id::text)
from sample_tenant order by id;
--------
insert into owner (tenant_id, id, version, kind, name, email, locale)
select id, pg_temp.id(1, t, n), 1, case when n % 10 = 0 then 'team' else 'person' end, 'Owner ' || n,
       'owner' || n || '@sample${seed}-' || t || '.example', null
from sample_tenant, generate_series(1, 50) as n order by 1, 2;
--------
insert into account (tenant_id, id, by_address, label)
select id, pg_temp.id(2, t, n), false, 'user' || n || '@sample${seed}-' || t || '.example'
from sample_tenant, generate_series(1, clients) as n order by 1, 2;
--------
insert into account_address (tenant_id, address, account_id, last_seen)
select id, 'user' || n || '@sample${seed}-' || t || '.example', pg_temp.id(2, t, n), timestamptz '2022-10-31T00:00:00Z'
from sample_tenant, generate_series(1, clients) as n order by 1, 2;
--------
-- Two of five are declared by a CMDB, four of five have an owner.
insert into client (tenant_id, id, version, kind, vendor, product, product_version, operating_system, name, location, tags,
                    own_owner_id, owner_id, owner_reason, account, accounts, discovered_account, discovered_product, status)
select s.id, pg_temp.id(3, t, n), 1, kind, vendor, product, product_version, null,
       case when is_declared then product || ' ' || n else product end,
       case when is_declared then (array['Osaka 2F', 'Boston', 'Zürich', 'Łódź'])[1 + n % 4] end,
       case when is_declared and n % 5 = 0 then '{warehouse}'::text[] else '{}' end,
       owner_id, owner_id, case when owner_id is not null then 'client' end, label, array[label],
       case when not is_declared then pg_temp.id(2, t, n) end, case when not is_declared then product_key end,
       case when owner_id is null then 'discovered' else 'owner-assigned' end
from sample_tenant s
cross join generate_series(1, clients) as n
cross join lateral (select 'user' || n || '@sample${seed}-' || t || '.example' as label, pg_temp.pick(5, 4, t, n) < 2 as is_declared,
                           case when pg_temp.pick(5, 5, t, n) < 4 then pg_temp.id(1, t, 1 + pg_temp.pick(50, 6, t, n)) end as owner_id,
                           pg_temp.pick(4, 7, t, n) as sort) as c
join (values (0, 'device', 'Ricoh', 'IM C3000', '1.5', 'agent:ricoh'), (1, 'desktop-app', 'Microsoft', 'Outlook 2013', '15.0.4420', 'outlook-2013'),
             (2, 'mobile-app', 'Apple', 'iOS Mail', '1402.100', 'ios-mail'), (3, 'service', null, 'JavaMail', '1.6', 'javamail'))
    as p (sort, kind, vendor, product, product_version, product_key) using (sort)
order by 1, 2;
--------
insert into client_external_id (tenant_id, source, external_id, client_id)
select s.id, 'cmdb', 'CI' || n, pg_temp.id(3, t, n)
from sample_tenant s, generate_series(1, clients) as n where pg_temp.pick(5, 4, t, n) < 2 order by 1, 3;
--------
insert into client_account (tenant_id, client_id, position, account_id)
select id, pg_temp.id(3, t, n), 0, pg_temp.id(2, t, n)
from sample_tenant, generate_series(1, clients) as n order by 1, 2;
--------
-- The m-th usage of an account is the m-th of these behind a place of its own, so that no two are the same.
create temporary table sample_usage on commit drop as
select s.t, s.id as tenant_id, nextval(pg_get_serial_sequence('usage', 'id')) as usage_id, n, u, pg_temp.id(2, t, n) as account_id,
       (array['imap', 'smtp-auth', 'unspecified', 'eas', 'pop', 'mapi', 'ews', 'autodiscover', 'oab', 'rpc'])[1 + place] as protocol,
       case when place = 2 then 'modern' else 'basic' end as auth_method, u / clients / 10 as round
from sample_tenant s
cross join generate_series(0, usages - 1) as u
cross join lateral (select 1 + u % clients as n, (pg_temp.pick(10, 8, t, 1 + u % clients) + u / clients) % 10 as place) as p
order by tenant_id, account_id, protocol;
analyze sample_usage;
--------
insert into usage (tenant_id, id, account_id, protocol, auth_method, qualifier, successes, blocked, failures, first_success, last_success,
                   last_block)
overriding system value
select tenant_id, usage_id, account_id, protocol, auth_method, case when round = 0 then '' else round::text end,
       1 + pg_temp.pick(200, 9, t, u), 0, pg_temp.pick(5, 10, t, u),
       timestamptz '2022-08-01T00:00:00Z' + interval '1 minute' * pg_temp.pick(40000, 11, t, u),
       timestamptz '2022-09-01T00:00:00Z' + interval '1 minute' * pg_temp.pick(80000, 12, t, u), null
from sample_usage order by tenant_id, usage_id;
--------
insert into usage_product (tenant_id, usage_id, product_key, kind, vendor, product, product_version, operating_system, last_seen,
                           last_success)
select u.tenant_id, u.id, product_key, kind, vendor, product, product_version, null, u.last_success, u.last_success
from sample_usage s
join usage u on u.tenant_id = s.tenant_id and u.id = s.usage_id
join (values (0, 'unknown', null, 'ricoh', '1.5', 'agent:ricoh'), (1, 'desktop-app', 'Microsoft', 'Outlook 2013', '15.0.4420', 'outlook-2013'),
             (2, 'mobile-app', 'Apple', 'iOS Mail', '1402.100', 'ios-mail'), (3, 'service', null, 'JavaMail', '1.6', 'javamail'))
    as p (sort, kind, vendor, product, product_version, product_key) on p.sort = pg_temp.pick(4, 7, s.t, s.n)
order by 1, 2;
--------
insert into client_usage (tenant_id, usage_id, client_id, protocol, auth_method)
select tenant_id, usage_id, pg_temp.id(3, t, n), protocol, auth_method from sample_usage order by 1, 2;
