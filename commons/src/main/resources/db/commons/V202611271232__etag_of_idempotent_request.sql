-- A replayed answer names the version that it shows, as the first did; answers kept before have none.
alter table idempotent_request add column etag text;
