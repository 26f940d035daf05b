-- Message Center posts as they came in, and what was made of each. The same message with another text is another post.
create table post (
    tenant_id    uuid        not null,
    id           uuid        not null,
    version      bigint      not null,
    message      text        not null,
    fingerprint  text        not null,
    title        text        not null,
    text         text        not null,
    published_at timestamptz not null,
    state        text        not null,
    programme    text,
    protocols    text[]      not null,
    kind         text,
    day          date,
    why          text        not null,
    notice_id    uuid,
    recorded_at  timestamptz not null,
    recorded_by  text        not null,
    decided_at   timestamptz,
    decided_by   text,
    constraint post_pk primary key (tenant_id, id),
    constraint post_key unique (tenant_id, message, fingerprint),
    constraint post_notice_fk foreign key (tenant_id, notice_id) references vendor_notice (tenant_id, id),
    constraint post_state_check check (state in ('filed', 'waiting', 'information', 'unrelated', 'dismissed')),
    constraint post_filed_check check ((state = 'filed') = (notice_id is not null)),
    constraint post_decided_check check ((decided_at is null) = (decided_by is null))
);
create index post_state on post (tenant_id, state, published_at);
call protect_tenants_of('post');
