-- Rules say for machines which part a qualifier means. Those that were recorded before get it by their words, so that the files which say
-- it now say nothing else; all other qualifiers are only words, which is what a rule without a part means.
with described (qualifier, part) as (values
    ('below 16.1', '{"kind": "eas-version", "below": "16.1", "values": []}'::jsonb),
    ('TLS 1.0 or 1.1', '{"kind": "tls-version", "below": null, "values": ["1.0", "1.1"]}'),
    ('kiosk, F1 or F3 licence', '{"kind": "licence", "below": null, "values": ["kiosk", "f1", "f3"]}')
), changed as (
    update revision
    set content = jsonb_set(content, '{rules}', (
        select jsonb_agg(case when part is null or rule ? 'part' then rule else rule || jsonb_build_object('part', part) end order by place)
        from jsonb_array_elements(content -> 'rules') with ordinality as told (rule, place)
        left join described on described.qualifier = rule ->> 'qualifier'))
    where exists (
        select from jsonb_array_elements(content -> 'rules') as told (rule)
        join described on described.qualifier = rule ->> 'qualifier'
        where not rule ? 'part')
    returning 1
)
update catalogue set version = version + 1 where exists (select from changed);
