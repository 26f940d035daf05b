package dev.cutoff.inventory.client;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Adds sightings, sums of sign-ins by account, use and product, to usages and products. */
@Singleton
class SightingStore {

    private static final List<String> TABLES = List.of("""
            sighted_trait (trait integer, use integer, protocol text, auth_method text, qualifier text, product_key text, kind text,
                           vendor text, product text, product_version text, operating_system text, nth_product integer,
                           nth_version integer)""", """
            sighting (user_id uuid, address text, account_id uuid, trait integer, successes bigint, blocked bigint, failures bigint,
                      first_success timestamptz, last_success timestamptz, last_block timestamptz, last_seen timestamptz,
                      months bigint, reported boolean not null default false)""", """
            sighted_usage (usage_id bigint, is_new boolean, is_changed boolean, account_id uuid, use integer, protocol text, auth_method text,
                           qualifier text, successes bigint, blocked bigint, failures bigint, first_success timestamptz,
                           last_success timestamptz, last_block timestamptz, reported boolean, was text)""", """
            sighted_product (usage_id bigint, account_id uuid, is_new boolean, is_other boolean, is_wider boolean, trait integer,
                             last_seen timestamptz, last_success timestamptz)""");

    private final Jdbi jdbi;

    SightingStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void begin() {
        SessionTables.empty(jdbi, TABLES);
    }

    boolean areUsagesKnown(UUID tenant) {
        return SessionTables.exists(jdbi, tenant, "select from usage where tenant_id = :tenant");
    }

    /** Counts of new sign-ins are added; times of all widen what is known. */
    void addUsages(UUID tenant) {
        update(tenant, """
                insert into sighted_usage
                select coalesce(u.id, nextval('usage_id_seq')), u.id is null,
                       s.successes + s.blocked + s.failures > 0
                           or s.reported and not u.reported
                           or least(u.first_success, s.first_success) is distinct from u.first_success
                           or greatest(u.last_success, s.last_success) is distinct from u.last_success
                           or greatest(u.last_block, s.last_block) is distinct from u.last_block,
                       s.account_id, s.use, s.protocol, s.auth_method,
                       s.qualifier, s.successes + coalesce(u.successes, 0), s.blocked + coalesce(u.blocked, 0),
                       s.failures + coalesce(u.failures, 0), least(u.first_success, s.first_success),
                       greatest(u.last_success, s.last_success), greatest(u.last_block, s.last_block),
                       s.reported or coalesce(u.reported, false), coalesce(u.migration_reason, 'in-use')
                from (select s.account_id, t.use, t.protocol, t.auth_method, t.qualifier, sum(s.successes)::bigint as successes,
                             sum(s.blocked)::bigint as blocked, sum(s.failures)::bigint as failures,
                             min(s.first_success) as first_success, max(s.last_success) as last_success,
                             max(s.last_block) as last_block, bool_or(s.reported) as reported
                      from sighting s join sighted_trait t on t.trait = s.trait
                      group by s.account_id, t.use, t.protocol, t.auth_method, t.qualifier) s
                left join usage u on u.tenant_id = :tenant
                  and (u.account_id, u.protocol, u.auth_method, u.qualifier) = (s.account_id, s.protocol, s.auth_method, s.qualifier)
                where u.id is not null or s.successes + s.blocked + s.failures > 0 or s.reported
                order by s.account_id, s.use""");
        update(tenant, """
                update usage u
                set (successes, blocked, failures, first_success, last_success, last_block, reported)
                  = (s.successes, s.blocked, s.failures, s.first_success, s.last_success, s.last_block, s.reported)
                from sighted_usage s
                where s.is_changed and not s.is_new and u.tenant_id = :tenant and u.id = s.usage_id""");
        update(tenant, """
                insert into usage (tenant_id, id, account_id, protocol, auth_method, qualifier, successes, blocked, failures,
                                   first_success, last_success, last_block, reported)
                overriding system value
                select :tenant, usage_id, account_id, protocol, auth_method, qualifier, successes, blocked, failures, first_success,
                       last_success, last_block, reported
                from sighted_usage where is_new order by usage_id""");
    }

    /** Products that succeeded or were blocked, as they were seen last; attempts are not use. */
    void addProducts(UUID tenant) {
        numberProducts();
        update(tenant, """
                insert into sighted_product
                select s.usage_id, s.account_id, p.usage_id is null,
                       s.last_seen >= p.last_seen and (p.product, p.product_version, p.operating_system)
                           is distinct from (t.product, t.product_version, t.operating_system),
                       s.last_seen > p.last_seen or s.last_success > coalesce(p.last_success, '-infinity'),
                       s.trait, s.last_seen, s.last_success
                from (select distinct on (u.usage_id, t.nth_product) u.usage_id, u.account_id, s.trait,
                             greatest(s.last_success, s.last_block) as last_seen,
                             max(s.last_success) over (partition by u.usage_id, t.nth_product) as last_success
                      from sighting s
                      join sighted_trait t on t.trait = s.trait
                      join sighted_usage u on u.account_id = s.account_id and u.use = t.use
                      where (s.last_success is not null or s.last_block is not null) and u.successes + u.blocked > 0
                      order by u.usage_id, t.nth_product, greatest(s.last_success, s.last_block) desc, t.nth_version desc) s
                join sighted_trait t on t.trait = s.trait
                left join usage_product p
                  on p.tenant_id = :tenant and p.usage_id = s.usage_id and p.product_key = t.product_key""");
        update(tenant, """
                insert into relink_account
                select distinct account_id from sighted_product where is_new or is_other order by account_id
                on conflict do nothing""");
        update(tenant, """
                update usage_product p
                set (kind, vendor, product, product_version, operating_system, last_seen, last_success)
                  = (t.kind, t.vendor, t.product, t.product_version, t.operating_system, s.last_seen,
                     greatest(p.last_success, s.last_success))
                from sighted_product s join sighted_trait t on t.trait = s.trait
                where not s.is_new and p.tenant_id = :tenant and p.usage_id = s.usage_id and p.product_key = t.product_key
                  and (s.last_seen, coalesce(t.product_version, ''), coalesce(t.operating_system, ''), coalesce(t.product, ''))
                    > (p.last_seen, coalesce(p.product_version, ''), coalesce(p.operating_system, ''), coalesce(p.product, ''))""");
        // An earlier success that comes later, of what was only seen blocked since.
        update(tenant, """
                update usage_product p set last_success = s.last_success
                from sighted_product s join sighted_trait t on t.trait = s.trait
                where not s.is_new and p.tenant_id = :tenant and p.usage_id = s.usage_id and p.product_key = t.product_key
                  and s.last_success > coalesce(p.last_success, '-infinity')""");
        update(tenant, """
                insert into usage_product (tenant_id, usage_id, product_key, kind, vendor, product, product_version,
                                           operating_system, last_seen, last_success)
                select :tenant, s.usage_id, t.product_key, t.kind, t.vendor, t.product, t.product_version, t.operating_system,
                       s.last_seen, s.last_success
                from sighted_product s join sighted_trait t on t.trait = s.trait
                where s.is_new order by s.usage_id, t.nth_product""");
    }

    /** Products and their versions in the order in which one of two is chosen: numbers are sorted faster than five texts. */
    private void numberProducts() {
        jdbi.useHandle(handle -> handle.execute("""
                update sighted_trait t set nth_product = n.nth_product, nth_version = n.nth_version
                from (select trait, dense_rank() over (order by product_key) as nth_product,
                             row_number() over (order by product_version nulls first, operating_system nulls first,
                                                product nulls first) as nth_version
                      from sighted_trait) n
                where t.trait = n.trait"""));
    }

    private void update(UUID tenant, String sql) {
        SessionTables.update(jdbi, tenant, sql);
    }
}
