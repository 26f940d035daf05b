-- Rules of accounts become one kind of several. "matches" is the value as it is compared: an address or domain in lower case, a pattern
-- as LIKE has it, a place or department as search_text folds it.
alter table owner_rule rename column account to value;
alter table owner_rule
    add column id      uuid,
    add column version bigint not null default 1,
    add column kind    text   not null default 'account',
    add column matches text;
update owner_rule
set matches = value, id = named_id(concat_ws(E'\n', 'owner-rule', tenant_id::text, kind, value));
alter table owner_rule
    alter column id set not null,
    alter column matches set not null,
    alter column version drop default,
    alter column kind drop default,
    drop constraint owner_rule_pk,
    drop constraint owner_rule_account_check,
    add constraint owner_rule_pk primary key (tenant_id, id),
    add constraint owner_rule_key unique (tenant_id, kind, matches),
    add constraint owner_rule_kind_check check (kind in ('account', 'pattern', 'department', 'location', 'domain')),
    add constraint owner_rule_matches_check check (kind in ('department', 'location') or matches = lower(matches));
