-- What vendors announced. Everybody's to see: nothing here belongs to a tenant.
create table programme (
    id         text not null,
    title      text not null,
    checked_on date not null,
    constraint programme_pk primary key (id)
);

-- A revision never changes: a correction is the next sequence of the same day.
create table revision (
    programme   text        not null,
    announced   date        not null,
    sequence    integer     not null,
    content     jsonb       not null,
    recorded_at timestamptz not null,
    constraint revision_pk primary key (programme, announced, sequence),
    constraint revision_programme_fk foreign key (programme) references programme (id),
    constraint revision_sequence_check check (sequence > 0)
);
revoke update, delete, truncate on revision from ${app_role};

-- Rises with every change of the two tables above: replicas keep the catalogue in memory as long as it stays.
create table catalogue (
    version bigint not null
);
insert into catalogue values (0);
