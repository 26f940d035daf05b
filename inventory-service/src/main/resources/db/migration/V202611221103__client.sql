create table client (
    tenant_id          uuid    not null,
    id                 uuid    not null,
    version            bigint  not null,
    kind               text    not null,
    vendor             text,
    product            text,
    product_version    text,
    operating_system   text,
    name               text,
    location           text,
    criticality        text,
    tags               text[]  not null default '{}',
    notes              text,
    stated_status      text,
    own_owner_id       uuid,
    -- Fields that a person has set: no source and no evidence overwrites them.
    person_fields      text[]  not null default '{}',
    touched            boolean not null default false,
    -- Of a client that only evidence speaks of; null once a source has declared it.
    discovered_account uuid,
    discovered_product text,
    -- Worked out from the above, the accounts, the rules and the evidence (Relinking).
    account            text,
    accounts           text[]  not null default '{}',
    owner_id           uuid,
    owner_reason       text,
    shared             boolean not null default false,
    status             text    not null,
    search             text    not null generated always as (search_text(
        variadic array[name, vendor, product, location, notes] || accounts || tags)) stored,
    constraint client_pk primary key (tenant_id, id),
    constraint client_own_owner_id_fk foreign key (tenant_id, own_owner_id) references owner (tenant_id, id),
    constraint client_owner_id_fk foreign key (tenant_id, owner_id) references owner (tenant_id, id),
    constraint client_kind_check check (kind in ('desktop-app', 'mobile-app', 'device', 'script', 'service', 'browser', 'unknown')),
    constraint client_owner_reason_check check ((owner_id is null) = (owner_reason is null)),
    constraint client_discovered_check check ((discovered_account is null) = (discovered_product is null)),
    constraint client_status_check check (status in ('discovered', 'owner-assigned', 'planned', 'in-progress', 'migrated', 'unverified',
        'verified', 'retired', 'excepted'))
);
create index client_owner_id on client (tenant_id, owner_id);
create index client_discovered on client (tenant_id, discovered_account, discovered_product) where discovered_account is not null;
call protect_tenants_of('client');

create function discovered_client_id(tenant uuid, account uuid, product text) returns uuid
    language sql stable parallel safe
    return named_id(concat_ws(E'\n', 'discovered', tenant::text, account::text, product));

create table client_external_id (
    tenant_id   uuid not null,
    source      text not null,
    external_id text not null,
    client_id   uuid not null,
    constraint client_external_id_pk primary key (tenant_id, source, external_id),
    constraint client_external_id_client_id_fk foreign key (tenant_id, client_id) references client (tenant_id, id) on delete cascade
);
create index client_external_id_client_id on client_external_id (tenant_id, client_id);
call protect_tenants_of('client_external_id');

create table client_account (
    tenant_id  uuid    not null,
    client_id  uuid    not null,
    position   integer not null,
    account_id uuid    not null,
    constraint client_account_pk primary key (tenant_id, client_id, position)
);
create index client_account_account_id on client_account (tenant_id, account_id);
call protect_tenants_of('client_account');

create table client_usage (
    tenant_id uuid   not null,
    usage_id  bigint not null,
    client_id uuid   not null,
    constraint client_usage_pk primary key (tenant_id, usage_id, client_id)
);
create index client_usage_client_id on client_usage (tenant_id, client_id);
call protect_tenants_of('client_usage');

-- Whether what a product's kind says of it lets it be a client of this kind: an Outlook is a desktop app and a phone's mail program a
-- mobile app; a browser, a library and what says nothing may be anything. A client of unknown kind may be anything too.
create function may_be(product_kind text, client_kind text) returns boolean
    language sql immutable strict parallel safe
    return product_kind not in ('desktop-app', 'mobile-app') or client_kind in (product_kind, 'unknown');

-- Whether clients of these kinds may be behind the same sign-ins of one account.
create function may_share(one text, other text) returns boolean
    language sql immutable strict parallel safe
    return one = other or 'unknown' in (one, other)
        or (one not in ('desktop-app', 'mobile-app') and other not in ('desktop-app', 'mobile-app'));
