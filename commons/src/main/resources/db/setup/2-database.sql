-- Run by the administrator inside the new database (create database X owner ${service}_owner). May be run again.
revoke all on database ${database} from public;
grant connect, temporary on database ${database} to ${service}_app;
revoke create on schema public from public;
grant all on schema public to ${service}_owner;
grant usage on schema public to ${service}_app;
alter default privileges for role ${service}_owner in schema public grant select, insert, update, delete on tables to ${service}_app;
alter default privileges for role ${service}_owner in schema public grant usage, select on sequences to ${service}_app;
