-- As SearchText folds in Java, now also letters that Unicode does not take apart: who types Lodz, strasse or Soren means Łódź, Straße and
-- Søren. A sigma is one letter wherever it stands.
create or replace function search_text(variadic texts text[]) returns text
    language plpgsql immutable parallel safe as $$
declare
    joined text := array_to_string(texts, E'\n');
begin
    if octet_length(joined) = char_length(joined) then
        return lower(joined);
    end if;
    return replace(replace(replace(replace(translate(
        lower(normalize(regexp_replace(normalize(joined, NFKD), '[\u0300-\u036f]+', '', 'g'), NFC) collate pg_c_utf8),
        'łøđðħŧıς', 'loddhtiσ'), 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th');
end $$;

-- What is folded already is folded again: a stored column is written anew when its expression is set.
alter table client alter column search set expression as (search_text(
    variadic array[name, vendor, product, location, department, notes] || accounts || tags));
alter table owner alter column search set expression as (search_text(name, email));
update tenant set search = search_text(search) where search <> search_text(search);
-- Of rules that are one rule now, whichever was found before is still found, and the other as it was.
update owner_rule r
set matches = search_text(r.matches)
where r.kind in ('department', 'location') and r.matches <> search_text(r.matches)
  and not exists (
      select from owner_rule o
      where o.tenant_id = r.tenant_id and o.kind = r.kind and o.id <> r.id and search_text(o.matches) = search_text(r.matches));
