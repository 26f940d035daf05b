-- An id that follows from what a thing is, so that the same facts give the same ids in any order and on any replica. NamedId is the same
-- in Java. A UUID of version 8 (RFC 9562: made by the application), from SHA-256, because MD5 and SHA-1 are not to be had everywhere.
create function named_id(variadic parts text[]) returns uuid
    language sql immutable strict parallel safe
    return (select encode(set_byte(set_byte(hash, 6, get_byte(hash, 6) & 15 | 128), 8, get_byte(hash, 8) & 63 | 128), 'hex')::uuid
            from (select substr(sha256(convert_to(array_to_string(parts, E'\n'), 'UTF8')), 1, 16) as hash) as digest);

-- As SearchText folds in Java: whatever its case, accents and width.
create function search_text(variadic texts text[]) returns text
    language sql immutable parallel safe
    return lower(normalize(
        regexp_replace(normalize(array_to_string(texts, E'\n'), NFKD), '[\u0300-\u036f]+', '', 'g'), NFC) collate pg_c_utf8);
