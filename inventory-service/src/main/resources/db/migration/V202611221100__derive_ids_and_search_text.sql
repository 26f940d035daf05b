-- An id that follows from what a thing is, so that the same facts give the same ids in any order and on any replica. NamedId is the same
-- in Java. A UUID of version 8 (RFC 9562: made by the application), from SHA-256, because MD5 and SHA-1 are not to be had everywhere.
-- Not strict and not immutable, or it would not be put in the place of its call: an import of a new tenant makes a hundred thousand.
create function named_id(name text) returns uuid
    language sql stable parallel safe
    return overlay(overlay(encode(substr(sha256(convert_to(name, 'UTF8')), 1, 16), 'hex') placing '8' from 13) placing 'a' from 17)::uuid;

-- As SearchText folds in Java: whatever its case, accents and width. Most texts are plain, and need none of that.
create function search_text(variadic texts text[]) returns text
    language plpgsql immutable parallel safe as $$
declare
    joined text := array_to_string(texts, E'\n');
begin
    if octet_length(joined) = char_length(joined) then
        return lower(joined);
    end if;
    return lower(normalize(regexp_replace(normalize(joined, NFKD), '[\u0300-\u036f]+', '', 'g'), NFC) collate pg_c_utf8);
end $$;
