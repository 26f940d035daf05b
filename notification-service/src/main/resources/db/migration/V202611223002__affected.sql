-- What the last plan of a tenant was made from: its cutoffs and the clients that they touch. Mails are written from these, so that
-- sending needs no other service, and text and plan cannot differ.
create table cutoff (
    tenant_id       uuid not null,
    programme       text not null,
    protocol        text not null,
    auth_method     text not null,
    state           text not null,
    earliest        date,
    latest          date,
    day             date,
    stops_at        timestamptz,
    decision_by     date,
    announced       date,
    checked_on      date,
    allowed_actions jsonb not null,
    constraint cutoff_pk primary key (tenant_id, programme, protocol, auth_method)
);
call protect_tenants_of('cutoff');

-- uses are "protocol auth-method", as in {imap basic,pop basic}.
create table client (
    tenant_id    uuid    not null,
    client_id    uuid    not null,
    kind         text    not null,
    product      text,
    name         text,
    account      text,
    shared       boolean not null,
    resolved     boolean not null,
    owner_name   text,
    owner_email  text,
    owner_locale text,
    uses         text[]  not null,
    constraint client_pk primary key (tenant_id, client_id)
);
call protect_tenants_of('client');
