-- "Which clients use IMAP with Basic" is what everybody asks. A usage never changes its protocol or auth method, so its links may repeat
-- them; an index in the order of the list then gives the next page without looking at clients that use something else.
alter table client_usage
    add column protocol    text,
    add column auth_method text;
update client_usage cu set protocol = u.protocol, auth_method = u.auth_method
from usage u where u.tenant_id = cu.tenant_id and u.id = cu.usage_id;
alter table client_usage
    alter column protocol set not null,
    alter column auth_method set not null;
create index client_usage_protocol on client_usage (tenant_id, protocol, auth_method, client_id);

-- For lists of usages of a protocol, and for summaries, which then need no sort. Counts and times are not in it: they change with every
-- import, and rows that change nothing in an index are updated in place.
create index usage_protocol on usage (tenant_id, protocol, auth_method, qualifier);
