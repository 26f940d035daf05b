-- How many accounts the vendor counted on a protocol with Basic in a month, without saying which: its monthly usage post. By who told us, so
-- that a figure entered by hand and the post itself stand side by side.
create table vendor_count (
    tenant_id   uuid        not null,
    protocol    text        not null,
    month       date        not null,
    source      text        not null,
    count       integer     not null,
    recorded_at timestamptz not null,
    constraint vendor_count_pk primary key (tenant_id, protocol, month, source),
    constraint vendor_count_protocol_check check (protocol in ('mapi', 'rpc', 'oab', 'ews', 'pop', 'imap', 'eas', 'autodiscover',
        'remote-powershell', 'scc-powershell', 'reporting-web-service', 'smtp-auth', 'other')),
    constraint vendor_count_month_check check (extract(day from month) = 1),
    constraint vendor_count_count_check check (count >= 0)
);
call protect_tenants_of('vendor_count');
