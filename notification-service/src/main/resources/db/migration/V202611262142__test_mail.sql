-- Mails that people have sent themselves to see whether a transport works; kept for as long as it takes to say that there were too many, and
-- to show what became of them. All moments are real time.
create table test_mail (
    id        uuid        not null,
    caller    text        not null,
    recipient text        not null,
    transport text        not null,
    sent_at   timestamptz not null default now(),
    constraint test_mail_pk primary key (id)
);
create index test_mail_of_caller on test_mail (caller, sent_at);
