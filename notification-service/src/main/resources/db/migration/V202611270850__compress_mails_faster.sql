-- A mail is compressed once and read at each attempt: lz4 takes a fraction of the time that pglz takes for a little more room. A server that was built without
-- it goes on as before; what is compressed already stays as it is, and is read.
do $$
begin
    alter table notice alter column mime set compression lz4;
exception when feature_not_supported then
    raise notice 'This server was built without lz4.';
end $$;
