-- Which protocols an administrator has switched off, for a mailbox or, where the account is empty, for the organisation. Null is a mailbox
-- that has no setting of its own and leaves it to the organisation. By address and not by account: a switch makes no account.
create table protocol_switch (
    tenant_id uuid    not null,
    account   text    not null,
    protocol  text    not null,
    enabled   boolean,
    as_of     date    not null,
    constraint protocol_switch_pk primary key (tenant_id, account, protocol),
    constraint protocol_switch_account_check check (account = lower(account))
);
call protect_tenants_of('protocol_switch');
