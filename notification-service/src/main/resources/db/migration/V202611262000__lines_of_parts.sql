-- A line may be a part of a protocol: the qualifier belongs to its key, '' for all of it.
alter table cutoff add column qualifier text not null default '';
alter table cutoff alter column qualifier drop default;
alter table cutoff drop constraint cutoff_pk;
alter table cutoff add constraint cutoff_pk primary key (tenant_id, programme, protocol, auth_method, qualifier);

alter table reminder add column qualifier text not null default '';
alter table reminder alter column qualifier drop default;
alter table reminder drop constraint reminder_key;
alter table reminder add constraint reminder_key
    unique (tenant_id, client_id, person, programme, protocol, auth_method, qualifier, anchor, anchor_day, rung);
drop index reminder_line;
create index reminder_line on reminder (tenant_id, programme, protocol, auth_method, qualifier, anchor);

-- lines are "programme protocol auth-method qualifier", as in {exchange-online-basic-auth imap basic}: those that decide for what the
-- client uses. Clients are worked out anew before the next mail leaves.
alter table client drop column uses;
alter table client add column lines text[] not null default '{}';
alter table client alter column lines drop default;
insert into plan_request (tenant_id, in_round) select tenant_id, true from tenant
on conflict (tenant_id) do update set in_round = true, requests = plan_request.requests + 1;
