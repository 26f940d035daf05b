package dev.cutoff.inventory.client;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/**
 * An account of which only an address was known turns out to be a user's: all that stands on it moves to the user's account, as if it had
 * come with the user id in the first place.
 */
@Singleton
class AbsorbStore {

    private static final List<String> TABLES = List.of("absorbed (old_id uuid primary key, new_id uuid)");

    private final Jdbi jdbi;

    AbsorbStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void begin() {
        SessionTables.empty(jdbi, TABLES);
    }

    /** Finds the accounts whose address a sighting has with a user id, and who was seen under it last. @return how many */
    int find(UUID tenant) {
        if (!SessionTables.exists(jdbi, tenant, "select from account where tenant_id = :tenant and by_address")) {
            return 0;
        }
        return SessionTables.update(jdbi, tenant, """
                insert into absorbed
                select distinct on (a.id) a.id, u.id
                from account a
                join account_address aa on aa.tenant_id = :tenant and aa.account_id = a.id
                join account_address holder on holder.tenant_id = :tenant and holder.address = aa.address
                join account u on u.tenant_id = :tenant and u.id = holder.account_id and not u.by_address
                where a.tenant_id = :tenant and a.by_address
                  and aa.address in (select address from sighting where user_id is not null)
                order by a.id, holder.last_seen desc nulls last, u.id desc""");
    }

    void moveUsages(UUID tenant) {
        update(tenant, """
                insert into usage (tenant_id, account_id, protocol, auth_method, qualifier, successes, blocked, failures,
                                   first_success, last_success, last_block, reported)
                select :tenant, b.new_id, u.protocol, u.auth_method, u.qualifier, sum(u.successes), sum(u.blocked), sum(u.failures),
                       min(u.first_success), max(u.last_success), max(u.last_block), bool_or(u.reported)
                from absorbed b join usage u on u.tenant_id = :tenant and u.account_id = b.old_id
                group by b.new_id, u.protocol, u.auth_method, u.qualifier
                on conflict (tenant_id, account_id, protocol, auth_method, qualifier) do update
                set successes = usage.successes + excluded.successes, blocked = usage.blocked + excluded.blocked,
                    failures = usage.failures + excluded.failures,
                    first_success = least(usage.first_success, excluded.first_success),
                    last_success = greatest(usage.last_success, excluded.last_success),
                    last_block = greatest(usage.last_block, excluded.last_block),
                    reported = usage.reported or excluded.reported""");
        update(tenant, """
                insert into usage_report (tenant_id, usage_id, source, as_of, detail, count, last_activity, method_stated)
                select :tenant, n.id, r.source, r.as_of, r.detail, max(r.count), max(r.last_activity), r.method_stated
                from absorbed b
                join usage u on u.tenant_id = :tenant and u.account_id = b.old_id
                join usage_report r on r.tenant_id = :tenant and r.usage_id = u.id
                join usage n on n.tenant_id = :tenant
                  and (n.account_id, n.protocol, n.auth_method, n.qualifier) = (b.new_id, u.protocol, u.auth_method, u.qualifier)
                group by n.id, r.source, r.as_of, r.detail, r.method_stated
                on conflict (tenant_id, usage_id, source, as_of, detail, method_stated) do update
                set count = greatest(usage_report.count, excluded.count)""");
        update(tenant, """
                update usage_product known set last_success = p.last_success
                from absorbed b
                join usage u on u.tenant_id = :tenant and u.account_id = b.old_id
                join usage_product p on p.tenant_id = :tenant and p.usage_id = u.id
                join usage n on n.tenant_id = :tenant
                  and (n.account_id, n.protocol, n.auth_method, n.qualifier) = (b.new_id, u.protocol, u.auth_method, u.qualifier)
                where known.tenant_id = :tenant and known.usage_id = n.id and known.product_key = p.product_key
                  and p.last_success > coalesce(known.last_success, '-infinity')""");
        update(tenant, """
                insert into usage_product (tenant_id, usage_id, product_key, kind, vendor, product, product_version,
                                           operating_system, last_seen, last_success)
                select distinct on (n.id, p.product_key) :tenant, n.id, p.product_key, p.kind, p.vendor, p.product,
                       p.product_version, p.operating_system, p.last_seen,
                       max(p.last_success) over (partition by n.id, p.product_key)
                from absorbed b
                join usage u on u.tenant_id = :tenant and u.account_id = b.old_id
                join usage_product p on p.tenant_id = :tenant and p.usage_id = u.id
                join usage n on n.tenant_id = :tenant
                  and (n.account_id, n.protocol, n.auth_method, n.qualifier) = (b.new_id, u.protocol, u.auth_method, u.qualifier)
                order by n.id, p.product_key, p.last_seen desc, p.product_version desc nulls last,
                         p.operating_system desc nulls last
                on conflict (tenant_id, usage_id, product_key) do update
                set (kind, vendor, product, product_version, operating_system, last_seen)
                  = (excluded.kind, excluded.vendor, excluded.product, excluded.product_version, excluded.operating_system,
                     excluded.last_seen)
                where (excluded.last_seen, coalesce(excluded.product_version, ''), coalesce(excluded.operating_system, ''))
                    > (usage_product.last_seen, coalesce(usage_product.product_version, ''),
                       coalesce(usage_product.operating_system, ''))""");
        update(tenant, """
                with gone as (
                    delete from usage u using absorbed b where u.tenant_id = :tenant and u.account_id = b.old_id returning u.id),
                forgotten as (
                    delete from usage_product p using gone where p.tenant_id = :tenant and p.usage_id = gone.id),
                unreported as (
                    delete from usage_report r using gone where r.tenant_id = :tenant and r.usage_id = gone.id)
                delete from client_usage cu using gone where cu.tenant_id = :tenant and cu.usage_id = gone.id""");
    }

    void moveClients(UUID tenant) {
        update(tenant, """
                update client_account ca set account_id = b.new_id from absorbed b
                where ca.tenant_id = :tenant and ca.account_id = b.old_id""");
        update(tenant, """
                delete from client_account ca using client_account earlier
                where ca.tenant_id = :tenant and earlier.tenant_id = :tenant and earlier.client_id = ca.client_id
                  and earlier.account_id = ca.account_id and earlier.position < ca.position
                  and ca.account_id in (select new_id from absorbed)""");
        update(tenant, """
                update client c set discovered_account = b.new_id from absorbed b
                where c.tenant_id = :tenant and c.discovered_account = b.old_id""");
        update(tenant, """
                update client_alias a set discovered_account = b.new_id from absorbed b
                where a.tenant_id = :tenant and a.discovered_account = b.old_id""");
    }

    void moveAddresses(UUID tenant) {
        update(tenant, """
                insert into account_address (tenant_id, address, account_id, last_seen)
                select :tenant, aa.address, b.new_id, aa.last_seen
                from absorbed b join account_address aa on aa.tenant_id = :tenant and aa.account_id = b.old_id
                on conflict (tenant_id, address, account_id) do update
                set last_seen = greatest(account_address.last_seen, excluded.last_seen)""");
        update(tenant, """
                with gone as (
                    delete from account a using absorbed b where a.tenant_id = :tenant and a.id = b.old_id returning a.id)
                delete from account_address aa using gone where aa.tenant_id = :tenant and aa.account_id = gone.id""");
        update(tenant, "insert into moved_account select distinct new_id from absorbed");
    }

    private void update(UUID tenant, String sql) {
        SessionTables.update(jdbi, tenant, sql);
    }
}
