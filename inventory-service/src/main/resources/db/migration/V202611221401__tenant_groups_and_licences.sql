-- Groups are waves, customers, whatever tenants are looked at by. Licences are null where nobody has said which there are.
alter table tenant
    add column groups   text[] not null default '{}',
    add column licences text[];
