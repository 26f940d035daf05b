-- Clients at risk that nobody takes, as the last plan found them: gone with the plan that finds somebody.
create table vacancy (
    tenant_id uuid   not null,
    client_id uuid   not null,
    programme text   not null,
    reason    text   not null,
    since     date   not null,
    nearest   date,
    protocols text[] not null,
    constraint vacancy_pk primary key (tenant_id, client_id, programme),
    constraint vacancy_reason_check check (reason in ('no-contact', 'no-owner', 'not-mine', 'unreachable', 'no-answer'))
);
create index vacancy_nearest on vacancy (tenant_id, nearest, client_id, programme);
call protect_tenants_of('vacancy');

-- An owner's manager, who is told when neither owner nor deputy answers.
alter table owner add column manager_email text, add column manager_locale text;
alter table staged_owner add column manager_email text, add column manager_locale text;
alter table reminder drop constraint reminder_role_check;
alter table reminder add constraint reminder_role_check
    check (role in ('owner', 'deputy', 'manager', 'fallback-contact', 'tenant-contact', 'decision-contact'));
