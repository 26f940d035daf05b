create table idempotent_request (
    caller      text        not null,
    route       text        not null,
    key         text        not null,
    fingerprint text        not null,
    status      integer,
    location    text,
    body        text,
    created_at  timestamptz not null default now(),
    constraint idempotent_request_pk primary key (caller, route, key)
);
create index idempotent_request_created_at on idempotent_request (created_at);
