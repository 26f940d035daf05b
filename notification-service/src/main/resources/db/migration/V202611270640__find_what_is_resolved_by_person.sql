-- What was withheld from a person because it is resolved is looked up for each mail to them.
create index reminder_resolved on reminder (tenant_id, person)
    where state = 'cancelled' and reason = 'resolved' and anchor = 'cutoff';
