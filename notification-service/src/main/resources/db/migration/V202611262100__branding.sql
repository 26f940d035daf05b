-- How the mail about a tenant looks. A row that is removed keeps its version, so that one that is set again goes on from it.
create table branding (
    tenant_id uuid    not null,
    version   bigint  not null,
    name      text    not null,
    colour    text,
    contact   text,
    footer    text,
    removed   boolean not null,
    constraint branding_pk primary key (tenant_id),
    constraint branding_colour_check check (colour ~ '^#[0-9a-f]{6}$')
);
call protect_tenants_of('branding');
