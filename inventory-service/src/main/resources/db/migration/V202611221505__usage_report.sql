-- What reports say of usages: sums of the vendor's own making, by what they are sums of and the day to which they speak. They stand beside
-- the figures of sign-ins and are never added to them. A report alone is use too: whoever has no sign-in log has nothing else.
alter table usage add column reported boolean not null default false;

create table usage_report (
    tenant_id     uuid   not null,
    usage_id      bigint not null,
    source        text   not null,
    as_of         date   not null,
    detail        text   not null,
    count         bigint not null,
    last_activity date,
    constraint usage_report_pk primary key (tenant_id, usage_id, source, as_of, detail),
    constraint usage_report_count_check check (count >= 0)
);
call protect_tenants_of('usage_report');

-- A report does not say to which day it speaks; who sends it does, or it is the day on which it was sent.
alter table import add column as_of date;
update import set as_of = received_at::date;
alter table import alter column as_of set not null;
