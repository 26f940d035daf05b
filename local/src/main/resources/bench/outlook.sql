-- Facts of autumn 2022 for tenants that exist for the length of a bench.
insert into tenant (tenant_id, version, name, cloud, created_on)
select ('eeeeeeee-0000-4000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 1, 'Bench ' || n,
       case when n % 4 = 0 then 'gcc' else 'worldwide' end, date '2012-01-01' + n * 30
from generate_series(1, ${tenants}) as n;

insert into vendor_notice (tenant_id, id, version, programme, protocols, named_protocols, kind, day, message, published_at, recorded_at,
                           recorded_by)
select tenant_id, gen_random_uuid(), 1, 'exchange-online-basic-auth', '{imap,pop,mapi,rpc,oab,ews,eas,remote-powershell}', '{}', kind, day,
       'MC438001', published_at, published_at, 'bench'
from tenant
cross join (values ('scheduled', date '2022-10-20', timestamptz '2022-10-13 09:00Z'),
                   ('postponed', date '2022-11-03', timestamptz '2022-10-18 15:00Z')) as said (kind, day, published_at);

insert into exemption (tenant_id, id, version, programme, protocol, kind, requested_at, recorded_at, works_from, works_until, channel, accounts,
                       app_ids, requested_by)
select tenant_id, gen_random_uuid(), 1, 'exchange-online-basic-auth', protocol, 'opt-out', '2022-09-12 08:00Z', '2022-09-14 10:00Z',
       '2022-09-12 08:00Z', '2023-01-01 00:00Z', 'self-service', '{}', '{}', 'bench'
from tenant cross join unnest('{imap,pop,eas}'::text[]) as protocol;

insert into exemption (tenant_id, id, version, programme, protocol, kind, requested_at, recorded_at, confirmed_at, works_from, works_until,
                       channel, accounts, app_ids, requested_by)
select tenant_id, gen_random_uuid(), 1, 'exchange-online-basic-auth', 'ews', 're-enable', '2022-11-04 08:00Z', '2022-11-04 08:05Z',
       '2022-11-04 08:30Z', '2022-11-04 09:00Z', '2023-01-01 00:00Z', 'self-service', '{}', '{}', 'bench'
from tenant;
