-- The ledger of what tenants obtained and chose. What became of an entry (voided, disputed, expired) is computed and not stored, so that
-- a revision that voids a thousand of them is one insert.
create table exemption (
    tenant_id       uuid        not null,
    id              uuid        not null,
    version         bigint      not null,
    programme       text        not null,
    protocol        text        not null,
    kind            text        not null,
    requested_at    timestamptz not null,
    recorded_at     timestamptz not null,
    confirmed_at    timestamptz,
    works_from      timestamptz not null,
    works_until     timestamptz,
    revoked_at      timestamptz,
    observed_off_at timestamptz,
    channel         text,
    reference       text,
    reason          text,
    accounts        text[]      not null,
    app_ids         text[]      not null,
    requested_by    text        not null,
    constraint exemption_pk primary key (tenant_id, id),
    constraint exemption_programme_fk foreign key (programme) references programme (id),
    constraint exemption_kind_check check (kind in ('opt-out', 're-enable', 'allowed-app', 'self-block')),
    constraint exemption_channel_check check (channel in ('self-service', 'message-center', 'support-ticket')),
    constraint exemption_ticket_check check (channel <> 'support-ticket' or kind = 'self-block' or reference is not null),
    constraint exemption_order_check check (confirmed_at >= requested_at and revoked_at >= requested_at),
    constraint exemption_accounts_check check (kind = 'self-block' or cardinality(accounts) = 0)
);
create index exemption_line on exemption (tenant_id, programme, protocol, requested_at);
call protect_tenants_of('exemption');
