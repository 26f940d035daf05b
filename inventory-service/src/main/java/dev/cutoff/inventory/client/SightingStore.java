package dev.cutoff.inventory.client;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Adds sightings, sums of sign-ins by account, use and product, to accounts, usages and products. */
@Singleton
class SightingStore {

    private final Jdbi jdbi;

    SightingStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void begin() {
        jdbi.useHandle(handle -> {
            handle.execute("""
                    create temporary table if not exists sighting (
                        user_id uuid, address text, account_id uuid, protocol text, auth_method text, qualifier text,
                        product_key text, kind text, vendor text, product text, product_version text, operating_system text,
                        successes bigint, blocked bigint, failures bigint, first_success timestamptz, last_success timestamptz,
                        last_block timestamptz, last_seen timestamptz, reported boolean not null default false)
                    on commit delete rows""");
            handle.execute("""
                    create temporary table if not exists sighted_usage (
                        account_id uuid, protocol text, auth_method text, qualifier text, successes bigint, blocked bigint,
                        failures bigint, first_success timestamptz, last_success timestamptz, last_block timestamptz,
                        reported boolean)
                    on commit delete rows""");
            handle.execute("""
                    create temporary table if not exists sighted_product (
                        usage_id bigint, account_id uuid, product_key text, kind text, vendor text, product text,
                        product_version text, operating_system text, last_seen timestamptz, last_success timestamptz)
                    on commit delete rows""");
            handle.execute("delete from sighting");
            handle.execute("delete from sighted_usage");
            handle.execute("delete from sighted_product");
        });
    }

    /** An account with a user id is that id. Its addresses are kept with when it was last seen under each. */
    void addUsers(UUID tenant) {
        update(tenant, """
                insert into account (tenant_id, id, by_address, label)
                select :tenant, s.user_id, false, coalesce(min(s.address), s.user_id::text)
                from sighting s
                where s.user_id is not null
                  and not exists (select from account a where a.tenant_id = :tenant and a.id = s.user_id)
                group by s.user_id order by s.user_id""");
        seeAddresses(tenant, """
                select address, user_id as account_id, max(last_seen) as last_seen from sighting
                where user_id is not null and address is not null group by address, user_id""");
    }

    /** Updated and then inserted what is missing: {@code on conflict} takes twice as long, and nobody else writes. */
    private void seeAddresses(UUID tenant, String seen) {
        update(tenant, """
                update account_address aa set last_seen = s.last_seen from (%s) s
                where aa.tenant_id = :tenant and aa.address = s.address and aa.account_id = s.account_id
                  and (aa.last_seen is null or aa.last_seen < s.last_seen)""".formatted(seen));
        update(tenant, """
                insert into account_address (tenant_id, address, account_id, last_seen)
                select :tenant, s.address, s.account_id, s.last_seen from (%s) s
                where not exists (
                    select from account_address aa
                    where aa.tenant_id = :tenant and aa.address = s.address and aa.account_id = s.account_id)
                order by s.address, s.account_id""".formatted(seen));
    }

    /** An address alone finds the account that was last seen under it; if there is none, it is an account by itself. */
    void addAddresses(UUID tenant) {
        update(tenant, """
                with missing as (
                    select address, address_account_id(:tenant, address) as id
                    from (select distinct address from sighting where user_id is null) s
                    where not exists (select from account_address aa where aa.tenant_id = :tenant and aa.address = s.address)),
                made as (
                    insert into account (tenant_id, id, by_address, label) select :tenant, id, true, address from missing)
                insert into account_address (tenant_id, address, account_id) select :tenant, address, id from missing""");
        update(tenant, """
                update sighting s set account_id = coalesce(s.user_id, (
                    select aa.account_id from account_address aa where aa.tenant_id = :tenant and aa.address = s.address
                    order by aa.last_seen desc nulls last, aa.account_id desc limit 1))""");
        seeAddresses(tenant, """
                select address, account_id, max(last_seen) as last_seen from sighting where user_id is null
                group by address, account_id""");
    }

    /** The label is the address that the account was seen under last. */
    void relabel(UUID tenant) {
        update(tenant, """
                with latest as (
                    select distinct on (aa.account_id) aa.account_id, aa.address
                    from account_address aa
                    where aa.tenant_id = :tenant and aa.account_id in (select account_id from sighting)
                    order by aa.account_id, aa.last_seen desc nulls last, aa.address),
                renamed as (
                    update account a set label = l.address from latest l
                    where a.tenant_id = :tenant and a.id = l.account_id and a.label <> l.address
                    returning a.id)
                insert into relink_account select id from renamed on conflict do nothing""");
        // A rule that names an address which has passed from one account to another passes with it.
        update(tenant, """
                insert into relink_account
                select distinct aa.account_id
                from (select distinct address from sighting where address is not null) s
                join owner_rule r on r.tenant_id = :tenant and r.account = s.address
                join account_address aa on aa.tenant_id = :tenant and aa.address = s.address
                on conflict do nothing""");
    }

    /** Counts of new sign-ins are added; times of all widen what is known. */
    void addUsages(UUID tenant) {
        update(tenant, """
                insert into sighted_usage
                select account_id, protocol, auth_method, qualifier, sum(successes), sum(blocked), sum(failures),
                       min(first_success), max(last_success), max(last_block), bool_or(reported)
                from sighting group by account_id, protocol, auth_method, qualifier""");
        update(tenant, """
                update usage u
                set successes = u.successes + s.successes, blocked = u.blocked + s.blocked, failures = u.failures + s.failures,
                    first_success = least(u.first_success, s.first_success),
                    last_success = greatest(u.last_success, s.last_success),
                    last_block = greatest(u.last_block, s.last_block), reported = u.reported or s.reported
                from sighted_usage s
                where u.tenant_id = :tenant
                  and (u.account_id, u.protocol, u.auth_method, u.qualifier) = (s.account_id, s.protocol, s.auth_method, s.qualifier)
                  and (s.successes + s.blocked + s.failures > 0
                       or s.reported and not u.reported
                       or least(u.first_success, s.first_success) is distinct from u.first_success
                       or greatest(u.last_success, s.last_success) is distinct from u.last_success
                       or greatest(u.last_block, s.last_block) is distinct from u.last_block)""");
        update(tenant, """
                insert into usage (tenant_id, account_id, protocol, auth_method, qualifier, successes, blocked, failures,
                                   first_success, last_success, last_block, reported)
                select :tenant, s.* from sighted_usage s
                where (s.successes + s.blocked + s.failures > 0 or s.reported)
                  and not exists (
                    select from usage u
                    where u.tenant_id = :tenant and (u.account_id, u.protocol, u.auth_method, u.qualifier)
                        = (s.account_id, s.protocol, s.auth_method, s.qualifier))
                order by s.account_id, s.protocol, s.auth_method, s.qualifier""");
    }

    /** Products that succeeded or were blocked, as they were seen last; attempts are not use. */
    void addProducts(UUID tenant) {
        update(tenant, """
                insert into sighted_product
                select distinct on (u.id, s.product_key) u.id, u.account_id, s.product_key, s.kind, s.vendor, s.product,
                       s.product_version, s.operating_system, greatest(s.last_success, s.last_block),
                       max(s.last_success) over (partition by u.id, s.product_key)
                from sighting s
                join usage u on u.tenant_id = :tenant
                  and (u.account_id, u.protocol, u.auth_method, u.qualifier) = (s.account_id, s.protocol, s.auth_method, s.qualifier)
                where (s.last_success is not null or s.last_block is not null) and u.successes + u.blocked > 0
                order by u.id, s.product_key, greatest(s.last_success, s.last_block) desc, s.product_version desc nulls last,
                         s.operating_system desc nulls last, s.product desc nulls last""");
        update(tenant, """
                insert into relink_account
                select distinct s.account_id
                from sighted_product s
                left join usage_product p
                  on p.tenant_id = :tenant and p.usage_id = s.usage_id and p.product_key = s.product_key
                where p.usage_id is null
                   or (s.last_seen >= p.last_seen and (p.product, p.product_version, p.operating_system)
                       is distinct from (s.product, s.product_version, s.operating_system))
                on conflict do nothing""");
        update(tenant, """
                update usage_product p
                set (kind, vendor, product, product_version, operating_system, last_seen, last_success)
                  = (s.kind, s.vendor, s.product, s.product_version, s.operating_system, s.last_seen,
                     greatest(p.last_success, s.last_success))
                from sighted_product s
                where p.tenant_id = :tenant and p.usage_id = s.usage_id and p.product_key = s.product_key
                  and (s.last_seen, coalesce(s.product_version, ''), coalesce(s.operating_system, ''), coalesce(s.product, ''))
                    > (p.last_seen, coalesce(p.product_version, ''), coalesce(p.operating_system, ''), coalesce(p.product, ''))""");
        // An earlier success that comes later, of what was only seen blocked since.
        update(tenant, """
                update usage_product p set last_success = s.last_success
                from sighted_product s
                where p.tenant_id = :tenant and p.usage_id = s.usage_id and p.product_key = s.product_key
                  and s.last_success > coalesce(p.last_success, '-infinity')""");
        update(tenant, """
                insert into usage_product (tenant_id, usage_id, product_key, kind, vendor, product, product_version,
                                           operating_system, last_seen, last_success)
                select :tenant, s.usage_id, s.product_key, s.kind, s.vendor, s.product, s.product_version, s.operating_system,
                       s.last_seen, s.last_success
                from sighted_product s
                where not exists (
                    select from usage_product p
                    where p.tenant_id = :tenant and p.usage_id = s.usage_id and p.product_key = s.product_key)
                order by s.usage_id, s.product_key""");
    }

    private void update(UUID tenant, String sql) {
        jdbi.useHandle(handle -> {
            var update = handle.createUpdate(sql);
            if (sql.contains(":tenant")) {
                update.bind("tenant", tenant);
            }
            update.execute();
        });
    }
}
