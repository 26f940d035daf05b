-- The evidence that discovered a client. Its trail: a hundred thousand entries that each say "discovered" would say no more.
alter table client add column discovered_in uuid;

create function utc_day(at timestamptz) returns date
    language sql immutable parallel safe
    return (at at time zone 'UTC')::date;

-- The id of a discovered client begins as that of its account: clients that are written in the order of their accounts are then in the
-- order of every index, which takes half the time of jumping about in them.
create or replace function discovered_client_id(tenant uuid, account uuid, product text) returns uuid
    language sql stable parallel safe
    return overlay(left(account::text, 13) || '8'
        || substr(encode(sha256(uuid_send(tenant) || uuid_send(account) || convert_to(product, 'UTF8')), 'hex'), 1, 19)
        placing 'a' from 18)::uuid;

-- Checked client by client, for owners that evidence never names: a fifth of what writing a client takes. Which owner is shown follows from
-- the client's own word and from rules, and those keep their references.
alter table client drop constraint client_owner_id_fk;

-- Nobody looked an account up by it: addresses are found where all of them are.
drop index account_label;
