-- A report can leave out by which method its senders signed in. Such figures stand on each usage of the account and protocol that sign-ins have
-- shown; where they have shown none, on one of an unknown method.
alter table usage_report add column method_stated boolean not null default true;
update usage_report r set method_stated = false
from usage u
where u.tenant_id = r.tenant_id and u.id = r.usage_id and u.auth_method = 'unknown';
alter table usage_report alter column method_stated drop default;
alter table usage_report drop constraint usage_report_pk;
alter table usage_report add constraint usage_report_pk
    primary key (tenant_id, usage_id, source, as_of, detail, method_stated);
create index usage_report_unstated_idx on usage_report (tenant_id, usage_id) where not method_stated;
