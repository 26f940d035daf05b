-- An exemption may be for a part of a protocol, such as "below 16.1"; null for all of it.
alter table exemption add column qualifier text;
