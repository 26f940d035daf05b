-- Since when something about a tenant has been asked for that no plan knows yet. Mail about it waits for the plan, but not without end where
-- something changes all the time: unlike requested_at, which gives others their turn, this stays until a plan has left nothing to ask for.
alter table plan_request add column unplanned_since timestamptz not null default now();
