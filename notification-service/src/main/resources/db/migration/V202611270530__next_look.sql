-- The next day on which a plan may come out otherwise by the calendar alone; what has been planned before this is known is looked at once.
alter table tenant add column look_on date;
update tenant set look_on = planned_on;
-- That an import has told something since the tenant was last read.
alter table tenant add column has_new_evidence boolean not null default false;
