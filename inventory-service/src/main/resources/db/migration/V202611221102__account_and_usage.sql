-- Accounts, addresses, usages and products are written in sets by one writer of the tenant at a time, who takes each reference from the row
-- that it has just found or made. They have no foreign keys: those are checked row by row, and took a third of a merge. A test looks for
-- references to nothing.

-- Who signs in. The user id (of an app, the app id) is the identity, and the address its label. An account of which only an address is
-- known has an id that follows from it, until a user id shows up with that address and absorbs it.
create table account (
    tenant_id  uuid    not null,
    id         uuid    not null,
    by_address boolean not null,
    label      text    not null,
    constraint account_pk primary key (tenant_id, id)
);
create function address_account_id(tenant uuid, address text) returns uuid
    language sql stable parallel safe
    return named_id(concat_ws(E'\n', 'account', tenant::text, address));
create index account_label on account (tenant_id, label);
create index account_by_address on account (tenant_id, id) where by_address;
call protect_tenants_of('account');

-- Every address that an account was seen under, and when last: the latest is its label, and an address alone finds the account that was
-- last seen under it. Null where a list named the address and no sign-in has yet.
create table account_address (
    tenant_id  uuid not null,
    address    text not null,
    account_id uuid not null,
    last_seen  timestamptz,
    constraint account_address_pk primary key (tenant_id, address, account_id),
    constraint account_address_address_check check (address = lower(address))
);
create index account_address_account_id on account_address (tenant_id, account_id);
call protect_tenants_of('account_address');

-- Figures of sign-ins. What reports say stands beside them, by source and period, and is never added.
create table usage (
    tenant_id     uuid   not null,
    id            bigint not null generated always as identity,
    account_id    uuid   not null,
    protocol      text   not null,
    auth_method   text   not null,
    qualifier     text   not null default '',
    successes     bigint not null,
    blocked       bigint not null,
    failures      bigint not null,
    first_success timestamptz,
    last_success  timestamptz,
    last_block    timestamptz,
    constraint usage_pk primary key (tenant_id, id),
    constraint usage_key unique (tenant_id, account_id, protocol, auth_method, qualifier),
    constraint usage_protocol_check check (protocol in ('mapi', 'rpc', 'oab', 'ews', 'pop', 'imap', 'eas', 'autodiscover',
        'remote-powershell', 'scc-powershell', 'reporting-web-service', 'smtp-auth', 'other', 'unspecified')),
    constraint usage_auth_method_check check (auth_method in ('basic', 'modern', 'certificate', 'unknown')),
    constraint usage_counts_check check (successes >= 0 and blocked >= 0 and failures >= 0)
);
call protect_tenants_of('usage');

-- Which product was seen to succeed, or to be blocked, in a usage; as it was last seen. A fact, from which clients are worked out.
create table usage_product (
    tenant_id        uuid   not null,
    usage_id         bigint not null,
    product_key      text   not null,
    kind             text   not null,
    vendor           text,
    product          text,
    product_version  text,
    operating_system text,
    last_seen        timestamptz not null,
    constraint usage_product_pk primary key (tenant_id, usage_id, product_key)
);
call protect_tenants_of('usage_product');
