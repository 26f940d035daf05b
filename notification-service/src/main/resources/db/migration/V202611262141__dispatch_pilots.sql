-- People to whom mail leaves while it is held, so that they can say how it looks. Lower-cased addresses.
alter table dispatch add column pilots text[] not null default '{}';
