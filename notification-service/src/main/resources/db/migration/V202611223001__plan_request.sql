-- Which tenants to plan again; the tenant 0 stands for the daily pass over all. A request that is part of a round over many tenants
-- keeps mail back until the round is over, so that a person with several tenants gets one mail. The lease is real time and fenced by
-- its token: a planner that was overtaken finds another token and throws its plan away.
create table plan_request (
    tenant_id    uuid        not null,
    requests     bigint      not null default 1,
    in_round     boolean     not null,
    requested_at timestamptz not null default now(),
    failures     integer     not null default 0,
    next_at      timestamptz not null default now(),
    lease_token  uuid,
    lease_until  timestamptz,
    constraint plan_request_pk primary key (tenant_id)
);
call protect_tenants_of('plan_request');
