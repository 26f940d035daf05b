-- How many people the last plan of a tenant tells.
alter table tenant add column people integer not null default 0;

-- How many it told when somebody last let its mail out, or soon after if that was nobody yet; null if no plan has told anybody since. And how
-- many it told when it held itself, because that was many more; null unless it did, and nobody has decided since.
alter table dispatch
    add column reviewed integer,
    add column surge    integer,
    add constraint dispatch_surge_is_held check (surge is null or state = 'held');
