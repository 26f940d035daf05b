-- What ITSM systems keep of a configuration item, and of each field which source has set it: a lower source does not overwrite a higher one.
alter table client
    add column department    text,
    add column links         jsonb not null default '[]',
    add column status_reason text,
    add column planned_for   date,
    add column field_sources jsonb not null default '{}',
    add constraint client_links_check check (jsonb_typeof(links) = 'array'),
    add constraint client_field_sources_check check (jsonb_typeof(field_sources) = 'object');

alter table client alter column search set expression as (search_text(
    variadic array[name, vendor, product, location, department, notes] || accounts || tags));
