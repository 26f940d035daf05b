-- Whether mail about a tenant reaches a person: a row from the first bounce on. Of who has none nothing bad was ever heard.
create table recipient (
    tenant_id    uuid        not null,
    id           uuid        not null,
    version      bigint      not null,
    person       text        not null,
    state        text        not null,
    reason       text        not null,
    since        timestamptz not null,
    soft_bounces integer     not null,
    marked_at    timestamptz,
    constraint recipient_pk primary key (tenant_id, id),
    constraint recipient_person_key unique (tenant_id, person),
    constraint recipient_state_check check (state in ('reachable', 'unreachable')),
    constraint recipient_reason_check check (reason in ('hard-bounce', 'soft-bounces', 'few-bounces', 'marked'))
);
call protect_tenants_of('recipient');

-- What mail servers said of mail that did not arrive. One for each notice, and one for each moment where no notice is known, so that the
-- same report counts once however often it comes.
create table bounce (
    tenant_id   uuid        not null,
    id          bigint      generated always as identity,
    person      text        not null,
    notice_id   uuid,
    kind        text        not null,
    source      text        not null,
    status      text,
    diagnostic  text,
    at          timestamptz not null,
    recorded_at timestamptz not null default now(),
    recorded_by text        not null,
    constraint bounce_pk primary key (tenant_id, id),
    constraint bounce_kind_check check (kind in ('hard', 'soft')),
    constraint bounce_source_check check (source in ('reply', 'report', 'caller'))
);
create unique index bounce_notice_key on bounce (tenant_id, person, notice_id) where notice_id is not null;
create unique index bounce_moment_key on bounce (tenant_id, person, at) where notice_id is null;
-- What a notice came to is asked for by notice, whatever its tenants.
create index bounce_of_notice on bounce (notice_id) where notice_id is not null;
call protect_tenants_of('bounce');
