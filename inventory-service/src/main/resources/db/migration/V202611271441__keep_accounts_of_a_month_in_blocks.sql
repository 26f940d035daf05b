-- Which accounts succeeded with Basic in a month, in blocks as the keys of sign-ins are, each with its number: whoever asks how many there were adds up some
-- hundred numbers and does not count accounts.
create table coverage_block (
    tenant_id   uuid     not null,
    protocol    text     not null,
    month       date     not null,
    bucket      smallint not null,
    account_ids uuid[]   not null,
    accounts    integer  not null generated always as (cardinality(account_ids)) stored,
    constraint coverage_block_pk primary key (tenant_id, protocol, month, bucket)
);
alter table coverage_block alter column account_ids set storage external;
call protect_tenants_of('coverage_block');

insert into coverage_block (tenant_id, protocol, month, bucket, account_ids)
select tenant_id, protocol, month, id_bucket(account_id, 8), array_agg(account_id order by account_id)
from coverage_account group by tenant_id, protocol, month, id_bucket(account_id, 8);
drop table coverage_account;
