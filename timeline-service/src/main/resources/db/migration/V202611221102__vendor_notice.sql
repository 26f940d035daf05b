-- The vendor's word to one tenant. The same message with another day is another notice.
create table vendor_notice (
    tenant_id       uuid        not null,
    id              uuid        not null,
    version         bigint      not null,
    programme       text        not null,
    protocols       text[]      not null,
    named_protocols text[]      not null,
    kind            text        not null,
    day             date,
    message         text        not null,
    published_at    timestamptz not null,
    recorded_at     timestamptz not null,
    recorded_by     text        not null,
    constraint vendor_notice_pk primary key (tenant_id, id),
    constraint vendor_notice_key unique nulls not distinct (tenant_id, programme, message, kind, day),
    constraint vendor_notice_programme_fk foreign key (programme) references programme (id),
    constraint vendor_notice_kind_check check (kind in (
        'scheduled', 'disabled', 'temporarily-off', 're-enabled', 'postponed', 'cancelled', 'opt-out-received', 'opt-out-voided')),
    constraint vendor_notice_day_check check (kind <> 'scheduled' or day is not null),
    constraint vendor_notice_protocols_check check (cardinality(protocols) > 0 and named_protocols <@ protocols)
);
call protect_tenants_of('vendor_notice');
