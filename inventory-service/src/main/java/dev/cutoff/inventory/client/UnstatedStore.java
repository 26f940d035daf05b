package dev.cutoff.inventory.client;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/**
 * Figures of reports that leave out by which method somebody signed in. They stand on each usage of the account and protocol that sign-ins have
 * shown, since any of them can be meant; only where there is none, on one of an unknown method that is made for them.
 *
 * <p>Rejected: leaving them on a usage of their own for good. A scanner whose sign-ins are known to be Basic would be listed, mailed and counted
 * a second time as if nobody knew how it signs in.
 */
@Singleton
class UnstatedStore {

    private static final List<String> TABLES = List.of(
            """
            unstated_figure (account_id uuid, protocol text, source text, as_of date, detail text, count bigint, last_activity date)""",
            "unstated_usage (usage_id bigint, account_id uuid, protocol text)",
            "unstated_moved (usage_id bigint)");

    /** A usage that sign-ins have shown, as a condition on one that is called {@code k}. */
    private static final String SHOWN = "k.successes + k.blocked > 0";

    private final Jdbi jdbi;

    UnstatedStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void begin() {
        SessionTables.empty(jdbi, TABLES);
    }

    /**
     * Puts the figures of the accounts in {@code sighting} and {@code moved_account} where they belong by now. Accounts where that is
     * elsewhere than before are added to {@code moved_account}.
     */
    void place(UUID tenant) {
        if (!hasAny(tenant) || gather(tenant) == 0) {
            return;
        }
        update(tenant, """
                insert into unstated_usage
                select k.id, k.account_id, k.protocol
                from (select distinct account_id, protocol from unstated_figure) f
                join usage k on k.tenant_id = :tenant and (k.account_id, k.protocol) = (f.account_id, f.protocol)
                where %s
                   or (k.auth_method, k.qualifier) = ('unknown', '') and not exists (
                       select from usage o
                       where o.tenant_id = :tenant and (o.account_id, o.protocol) = (k.account_id, k.protocol)
                         and o.successes + o.blocked > 0)""".formatted(SHOWN));
        add(tenant);
        takeAway(tenant);
        update(tenant, """
                insert into moved_account
                select distinct u.account_id
                from unstated_moved m join usage u on u.tenant_id = :tenant and u.id = m.usage_id""");
        forgetEmpty(tenant);
    }

    private boolean hasAny(UUID tenant) {
        return SessionTables.exists(
                jdbi, tenant, "select from usage_report where tenant_id = :tenant and not method_stated");
    }

    /** Of two accounts that turned out to be one, the larger figure is that of both. */
    private int gather(UUID tenant) {
        return update(tenant, """
                insert into unstated_figure
                select u.account_id, u.protocol, r.source, r.as_of, r.detail, max(r.count), max(r.last_activity)
                from usage_report r
                join usage u on u.tenant_id = :tenant and u.id = r.usage_id
                where r.tenant_id = :tenant and not r.method_stated
                  and u.account_id in (select account_id from sighting union select account_id from moved_account)
                group by u.account_id, u.protocol, r.source, r.as_of, r.detail""");
    }

    private void add(UUID tenant) {
        update(tenant, """
                with placed as (
                    insert into usage_report (tenant_id, usage_id, source, as_of, detail, count, last_activity, method_stated)
                    select :tenant, t.usage_id, f.source, f.as_of, f.detail, f.count, f.last_activity, false
                    from unstated_figure f join unstated_usage t on (t.account_id, t.protocol) = (f.account_id, f.protocol)
                    on conflict (tenant_id, usage_id, source, as_of, detail, method_stated) do update
                    set count = excluded.count, last_activity = excluded.last_activity
                    where (usage_report.count, usage_report.last_activity)
                        is distinct from (excluded.count, excluded.last_activity)
                    returning usage_id)
                insert into unstated_moved select distinct usage_id from placed""");
        update(tenant, """
                update usage u set reported = true
                from unstated_usage t where u.tenant_id = :tenant and u.id = t.usage_id and not u.reported""");
    }

    private void takeAway(UUID tenant) {
        update(tenant, """
                with gone as (
                    delete from usage_report r
                    using (select distinct account_id, protocol from unstated_figure) f
                    join usage u on u.tenant_id = :tenant and (u.account_id, u.protocol) = (f.account_id, f.protocol)
                    where r.tenant_id = :tenant and r.usage_id = u.id and not r.method_stated
                      and not exists (select from unstated_usage t where t.usage_id = u.id)
                    returning r.usage_id)
                insert into unstated_moved select distinct usage_id from gone""");
        update(tenant, """
                update usage u set reported = false
                from unstated_moved m
                where u.tenant_id = :tenant and u.id = m.usage_id and u.reported
                  and not exists (select from usage_report r where r.tenant_id = :tenant and r.usage_id = u.id)""");
    }

    /** A usage that was made for figures alone is none without them. */
    private void forgetEmpty(UUID tenant) {
        update(tenant, """
                with gone as (
                    delete from usage u using unstated_moved m
                    where u.tenant_id = :tenant and u.id = m.usage_id
                      and not u.reported and u.successes + u.blocked + u.failures = 0
                    returning u.id)
                delete from client_usage cu using gone where cu.tenant_id = :tenant and cu.usage_id = gone.id""");
    }

    private int update(UUID tenant, String sql) {
        return SessionTables.update(jdbi, tenant, sql);
    }
}
