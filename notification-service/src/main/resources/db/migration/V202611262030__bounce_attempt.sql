-- A mail that did not arrive may go out again and not arrive again: each attempt counts once. Reports name the mail and not the attempt, so
-- the one that they are about is the last at that time.
alter table bounce add column attempt integer;
update bounce set attempt = 1 where notice_id is not null;
alter table bounce add constraint bounce_attempt_check check ((notice_id is null) = (attempt is null));
drop index bounce_notice_key;
create unique index bounce_attempt_key on bounce (tenant_id, person, notice_id, attempt) where notice_id is not null;
-- Reports name the mail by its Message-ID.
create index notice_message_id on notice (message_id) where message_id is not null;
