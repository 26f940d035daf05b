create table owner (
    tenant_id     uuid   not null,
    id            uuid   not null,
    version       bigint not null,
    kind          text   not null,
    name          text,
    email         text   not null,
    locale        text,
    deputy_email  text,
    manager_email text,
    search        text   not null generated always as (search_text(name, email)) stored,
    constraint owner_pk primary key (tenant_id, id),
    constraint owner_email_key unique (tenant_id, email),
    constraint owner_kind_check check (kind in ('person', 'team')),
    constraint owner_email_check check (email = lower(email))
);
call protect_tenants_of('owner');

-- Who answers for an account, whether or not any evidence has named the account yet.
create table owner_rule (
    tenant_id uuid not null,
    account   text not null,
    owner_id  uuid not null,
    constraint owner_rule_pk primary key (tenant_id, account),
    constraint owner_rule_owner_id_fk foreign key (tenant_id, owner_id) references owner (tenant_id, id),
    constraint owner_rule_account_check check (account = lower(account))
);
create index owner_rule_owner_id on owner_rule (tenant_id, owner_id);
call protect_tenants_of('owner_rule');
