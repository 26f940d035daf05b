-- Every change was entered in the index of positions before it had one, at the same place as all others: a merge that writes a hundred thousand
-- changes on two connections stood in its own way there.
drop index change_position_key;
create unique index change_position_key on change (position) where position is not null;
