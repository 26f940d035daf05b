package dev.cutoff.inventory.client;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Figures of reports beside the usages that they speak of. */
@Singleton
class ReportStore {

    private static final List<String> TABLES = List.of("""
            reported (n bigint, app uuid, account text, protocol text, auth_method text, source text, as_of date, detail text,
                      count bigint, last_activity date, product_key text, product text)""");

    /**
     * Each figure with its account. A fence, because usages are then joined on account and protocol at once: a tenant that has just come is in
     * no statistics, and whoever expects one usage may as well join it on the protocol first, which thirty thousand figures share with as many.
     */
    private static final String FIGURE = """
            (select r.*, s.account_id
             from reported r join (select distinct address, account_id from sighting) s on s.address = r.account offset 0) r""";

    private final Jdbi jdbi;

    ReportStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void begin() {
        SessionTables.empty(jdbi, TABLES);
    }

    /** Lets the accounts be found or made as those of sign-ins are. */
    void sight() {
        jdbi.useHandle(handle -> {
            handle.execute("""
                    insert into sighted_trait (trait, use, protocol, auth_method, qualifier)
                    select row_number() over (), row_number() over (), protocol, auth_method, ''
                    from (select distinct protocol, auth_method from reported) r""");
            handle.execute("""
                    insert into sighting (user_id, address, account_id, trait, successes, blocked, failures, reported)
                    select distinct r.app, r.account, r.app, t.trait, 0, 0, 0, true
                    from reported r join sighted_trait t on (t.protocol, t.auth_method) = (r.protocol, r.auth_method)""");
        });
    }

    /** A figure that names no method makes no usage where sign-ins have shown one. */
    void spareKnown(UUID tenant) {
        SessionTables.update(jdbi, tenant, """
                update sighting s set reported = false
                from sighted_trait t
                where t.trait = s.trait and t.auth_method = 'unknown' and exists (
                    select from usage k
                    where k.tenant_id = :tenant and (k.account_id, k.protocol) = (s.account_id, t.protocol)
                      and k.successes + k.blocked > 0)""");
    }

    /** Keeps the figures; of two for one thing in one report the later stands. @return how many were new or have changed */
    long add(UUID tenant) {
        SessionTables.update(jdbi, tenant, """
                insert into usage_product (tenant_id, usage_id, product_key, kind, product, last_seen)
                select distinct on (u.id, r.product_key) :tenant, u.id, r.product_key, 'service', r.product,
                       coalesce(r.last_activity, r.as_of)::timestamp at time zone 'UTC' as last_seen
                from %s
                join usage u on u.tenant_id = :tenant
                  and (u.account_id, u.protocol, u.auth_method, u.qualifier) = (r.account_id, r.protocol, r.auth_method, '')
                where r.product_key is not null
                order by u.id, r.product_key, last_seen desc
                on conflict (tenant_id, usage_id, product_key) do update
                set last_seen = excluded.last_seen, product = coalesce(excluded.product, usage_product.product)
                where usage_product.last_seen < excluded.last_seen""".formatted(FIGURE));
        SessionTables.update(
                jdbi,
                tenant,
                "insert into relink_account select distinct account_id from sighting on conflict do nothing");
        return jdbi.withHandle(handle -> handle.createQuery("""
                with latest as (
                    select distinct on (u.id, r.source, r.as_of, r.detail, r.auth_method)
                           r.n, u.id as usage_id, r.source, r.as_of, r.detail, r.count, r.last_activity,
                           r.auth_method <> 'unknown' as method_stated
                    from %s
                    join usage u on u.tenant_id = :tenant and (u.account_id, u.protocol) = (r.account_id, r.protocol)
                      and ((u.auth_method, u.qualifier) = (r.auth_method, '') and u.reported
                           or r.auth_method = 'unknown' and u.successes + u.blocked > 0)
                    order by u.id, r.source, r.as_of, r.detail, r.auth_method, r.n desc),
                changed as (
                    insert into usage_report (tenant_id, usage_id, source, as_of, detail, count, last_activity, method_stated)
                    select :tenant, usage_id, source, as_of, detail, count, last_activity, method_stated from latest
                    on conflict (tenant_id, usage_id, source, as_of, detail, method_stated) do update
                    set count = excluded.count, last_activity = excluded.last_activity
                    where (usage_report.count, usage_report.last_activity)
                        is distinct from (excluded.count, excluded.last_activity)
                    returning usage_id, source, as_of, detail, method_stated)
                select count(distinct n)
                from changed join latest using (usage_id, source, as_of, detail, method_stated)""".formatted(FIGURE))
                .bind("tenant", tenant)
                .mapTo(Long.class)
                .one());
    }
}
