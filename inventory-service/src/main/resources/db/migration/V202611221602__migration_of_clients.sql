-- What evidence shows of the way of a client or usage off what is being retired, and why (inventory.silence decides). Worked out like all that
-- relinking works out, and stored because lists filter by it. What is new is in use: it was just seen.
alter table client
    add column migration        text not null default 'at-risk',
    add column migration_reason text not null default 'in-use',
    -- Since which day somebody says that it has moved or is gone; business time.
    add column claimed_on       date,
    add constraint client_migration_check check (migration in ('at-risk', 'unverified', 'verified', 'migrated', 'unaffected', 'unknown'));
alter table usage
    add column migration        text not null default 'at-risk',
    add column migration_reason text not null default 'in-use',
    add constraint usage_migration_check check (migration in ('at-risk', 'unverified', 'verified'));

-- When a product last succeeded; last_seen also counts blocks.
alter table usage_product add column last_success timestamptz;

-- Whether what is spoken so is being retired: Basic whatever the protocol, EWS whatever the auth method. What a log leaves open is neither
-- legacy nor modern.
create function retires(protocol text, auth_method text) returns boolean
    language sql immutable parallel safe
    return auth_method = 'basic' or protocol = 'ews' or (auth_method = 'unknown' and protocol <> 'unspecified');

-- The status that is shown. Somebody's word stands, unless the client was seen after it; where nobody says so, evidence does.
create function client_status(stated text, migration text, reason text, is_owned boolean) returns text
    language sql immutable parallel safe
    return case
        when stated = 'excepted' then stated
        when reason = 'used-after-the-word' then 'unverified'
        when stated in ('migrated', 'verified', 'retired') then stated
        when migration in ('migrated', 'verified') then migration
        when stated is not null then stated
        when migration = 'unverified' then migration
        when is_owned then 'owner-assigned'
        else 'discovered'
    end;
