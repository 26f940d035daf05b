-- What people say about their clients. One for each person, client and what it is about ('' in programme for all that stops, in protocol for
-- all of the programme): a later one takes the place of that before, which stays in the audit trail.
create table answer (
    tenant_id   uuid        not null,
    id          uuid        not null,
    version     bigint      not null,
    client_id   uuid        not null,
    person      text        not null,
    programme   text        not null,
    protocol    text        not null,
    auth_method text        not null,
    qualifier   text        not null,
    kind        text        not null,
    date        date,
    who_else    text,
    text        text,
    standing    text        not null,
    owner       text,
    via         text        not null,
    answered_at timestamptz not null,
    answered_by text        not null,
    constraint answer_pk primary key (tenant_id, id),
    constraint answer_key unique (tenant_id, client_id, person, programme, protocol, auth_method, qualifier),
    constraint answer_kind_check check (kind in ('done', 'planned', 'not-mine', 'need-help')),
    constraint answer_date_check check ((kind = 'planned') = (date is not null)),
    constraint answer_who_else_check check (who_else is null or kind = 'not-mine'),
    constraint answer_standing_check check (standing in ('stands', 'confirmed', 'contradicted', 'too-late', 'lapsed')),
    constraint answer_via_check check (via in ('link', 'api')),
    constraint answer_about_check check ((protocol = '') = (auth_method = '') and (programme <> '' or protocol = '')
                                         and (protocol <> '' or qualifier = ''))
);
call protect_tenants_of('answer');

-- The lines of a client of which it is said to have moved on, and who is told of it: both as the last plan found them.
alter table client add column done text[] not null default '{}', add column people text[] not null default '{}';
-- The way in that has no tenant: everything that one person is told.
create index client_people on client using gin (people) where people <> '{}';

-- What is seen in use after somebody said that it is done speaks against that.
alter table staged_use add column last_seen timestamptz;
