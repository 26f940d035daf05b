-- Who stands in for an owner and who is above them, as somebody stated it: with name and language, so that they can be written to before anybody
-- makes them owners themselves. When each was stated is business time, and unknown of what was stated before this was kept.
alter table owner
    add column deputy_name       text,
    add column deputy_locale     text,
    add column deputy_stated_at  timestamptz,
    add column manager_name      text,
    add column manager_locale    text,
    add column manager_stated_at timestamptz,
    add constraint owner_deputy_check check (deputy_email is not null or coalesce(deputy_name, deputy_locale) is null),
    add constraint owner_manager_check check (manager_email is not null or coalesce(manager_name, manager_locale) is null);
