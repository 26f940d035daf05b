-- When a round was asked for, because mail does not wait for one without end; and the number of the request by which it was, because
-- what is only asked for again while it is planned belongs to it no longer.
alter table plan_request
    add column round_at timestamptz not null default now(),
    add column round_requests bigint not null default 0;
