package dev.cutoff.inventory.client;

import dev.cutoff.inventory.tenant.TenantStatistics;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/**
 * Works out in sets what is behind the usages of some accounts. The accounts stand in {@code relink_account}, the clients that this
 * transaction has given a new version already in {@code relink_bumped}, others to be worked out anew in {@code relink_client}.
 */
@Singleton
class RelinkStore {

    private static final int MANY = 100;

    /**
     * Reading a row of a set takes about a quarter of finding one by index: a thousand devices, of about five thousand accounts and clients, took 3.7 s among
     * 85,000 clients in sets, and 0.85 s by index.
     */
    private static final int FAR_MORE = 4;

    private static final List<String> TABLES = List.of(
            "relink_account (account_id uuid primary key)",
            "relink_bumped (id uuid primary key)",
            "relink_client (id uuid primary key)",
            "relink_declared (account_id uuid, client_id uuid, kind text)",
            """
            relink_pair (account_id uuid, usage_id bigint, protocol text, auth_method text, is_plain boolean, product_key text, kind text,
                         vendor text, product text, product_version text, operating_system text, last_seen timestamptz,
                         is_declared boolean)""",
            "relink_link (client_id uuid, usage_id bigint, protocol text, auth_method text, is_plain boolean)",
            """
            relink_loose (client_id uuid, is_new boolean, version bigint, account_id uuid, product_key text, kind text, vendor text, product text,
                          product_version text, operating_system text)""",
            """
            relink_draft (id uuid, discovered_product text, accounts text[], account text, owner_id uuid, owner_reason text,
                          shared boolean, kind text, vendor text, product text, product_version text, operating_system text,
                          name text, stated_status text, claimed_on date, migration text, migration_reason text)""",
            "relink_owner (client_id uuid, owner_id uuid, reason text)",
            "relink_shared (client_id uuid)",
            "relink_verdict (id uuid, migration text, reason text)",
            "relinked (tenant_id uuid, id uuid, version bigint, deleted boolean, action text, before jsonb, after jsonb)");

    private final Jdbi jdbi;
    private final TenantStatistics statistics;

    RelinkStore(Jdbi jdbi, TenantStatistics statistics) {
        this.jdbi = jdbi;
        this.statistics = statistics;
    }

    /** Begins with nothing. The tables are those of the session, so that a small upsert does not write to the catalogue. */
    void begin() {
        SessionTables.empty(jdbi, TABLES);
    }

    void addAccounts(Collection<UUID> accounts) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "insert into relink_account select distinct unnest(:accounts) on conflict do nothing")
                .bind("accounts", accounts.toArray(UUID[]::new))
                .execute());
    }

    void addMoved() {
        jdbi.useHandle(handle -> handle.execute(
                "insert into relink_account select distinct account_id from moved_account on conflict do nothing"));
    }

    void addBumped(Collection<UUID> clients) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "insert into relink_bumped select unnest(:clients) on conflict do nothing")
                .bind("clients", clients.toArray(UUID[]::new))
                .execute());
    }

    /** Few are looked up one by one, and many joined with all of the tenant. */
    void plan(UUID tenant) {
        var size = size();
        if (size <= MANY) {
            SessionTables.lookUp(jdbi);
            size += clients(tenant);
        }
        if (size > MANY) {
            statistics.refresh(tenant);
            planMany(tenant, size);
        }
    }

    /**
     * The same for what follows from evidence, of which there can be much however few accounts are worked out anew. The statistics have been
     * refreshed before the merge.
     */
    void planEvidence(UUID tenant) {
        var size = size() + clients(tenant);
        if (size > MANY) {
            planMany(tenant, size);
        }
    }

    /** Joined in sets, unless the tenant has far more: it would be read whole for each thousand items of a list. */
    private void planMany(UUID tenant, long size) {
        if (statistics.expectsClients(tenant, FAR_MORE * size)) {
            SessionTables.joinByIndex(jdbi);
        } else {
            SessionTables.joinInSets(jdbi);
        }
    }

    private long size() {
        return count(handle -> handle.createQuery("""
                select (select count(*) from relink_account) + (select count(*) from relink_bumped)
                     + (select count(*) from relink_client)"""));
    }

    private long clients(UUID tenant) {
        return count(handle -> handle.createQuery("""
                select count(*) from relink_account t
                join client_account ca on ca.tenant_id = :tenant and ca.account_id = t.account_id""").bind("tenant", tenant));
    }

    private long count(Function<Handle, Query> query) {
        return jdbi.withHandle(handle -> query.apply(handle).mapTo(Long.class).one());
    }

    /**
     * Gathers what the accounts were seen to use, once: the tables below it are joined on all of a key or not at all, so that no
     * estimate of theirs can lead to joining every account with every product. Plain is what is being retired, was not blocked, and has
     * succeeded too lately to be silent: whoever uses nothing else is at risk, and there is nothing to judge.
     *
     * @param silentSince what has succeeded after this day is not silent
     */
    void gather(UUID tenant, LocalDate silentSince) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                insert into relink_pair
                select u.account_id, u.id, u.protocol, u.auth_method,
                       retires(u.protocol, u.auth_method) and u.last_block is null and not u.reported
                           and coalesce(utc_day(p.last_success) > :silentSince, false),
                       p.product_key, p.kind, p.vendor, p.product, p.product_version, p.operating_system, p.last_seen, false
                from relink_account t
                join usage u on u.tenant_id = :tenant and u.account_id = t.account_id
                join usage_product p on p.tenant_id = :tenant and p.usage_id = u.id""")
                .bind("tenant", tenant)
                .bind("silentSince", silentSince)
                .execute());
        // A report names no product: it is whatever else the account was seen to speak the protocol with, or it is
        // unknown. That stands above already; asked of the usages again, it would be asked once for each of them.
        // (Materialized, or all that is reported would be read to find a few of them.)
        update(tenant, """
                insert into relink_pair
                with used as materialized (
                    select u.id, u.account_id, u.protocol, u.auth_method, u.reported
                    from relink_account t
                    join usage u on u.tenant_id = :tenant and u.account_id = t.account_id)
                select distinct on (u.id, coalesce(p.product_key, 'unknown'))
                       u.account_id, u.id, u.protocol, u.auth_method, false,
                       coalesce(p.product_key, 'unknown'), coalesce(p.kind, 'unknown'), p.vendor, p.product, p.product_version, p.operating_system,
                       coalesce(p.last_seen, '-infinity'), false
                from used u
                left join relink_pair p on p.account_id = u.account_id and p.protocol = u.protocol
                where u.reported and not exists (select from relink_pair own where own.usage_id = u.id)
                order by u.id, coalesce(p.product_key, 'unknown'), p.last_seen desc nulls last""");
    }

    /** A product seen in a usage belongs to each declared client of the account that it can be. */
    void linkDeclared(UUID tenant) {
        var declared = update(tenant, """
                insert into relink_declared
                select ca.account_id, c.id, c.kind
                from relink_account t
                join client_account ca on ca.tenant_id = :tenant and ca.account_id = t.account_id
                join client c on c.tenant_id = :tenant and c.id = ca.client_id
                where c.discovered_product is null""");
        if (declared == 0) {
            return;
        }
        update(tenant, """
                insert into relink_link
                select distinct d.client_id, p.usage_id, p.protocol, p.auth_method, false
                from relink_pair p join relink_declared d on d.account_id = p.account_id and may_be(p.kind, d.kind)""");
        update(tenant, """
                update relink_pair p set is_declared = true
                from relink_declared d where d.account_id = p.account_id and may_be(p.kind, d.kind)""");
    }

    /**
     * What no declared client can be is a client of its own for each account and product; as it was seen last, in whichever usage. The one
     * that is there already is rather one that a person has touched, if an account was absorbed and there are two. A new one that comes
     * back goes on from the version of its tombstone: whoever has that would take version 1 for older. ({@code offset 0} keeps the planner from
     * working out each id twice.)
     */
    void findLoose(UUID tenant) {
        update(tenant, """
                insert into relink_loose
                select l.client_id, l.is_new, coalesce(t.version, 0) + 1, l.account_id, l.product_key, l.kind, l.vendor, l.product,
                       l.product_version, l.operating_system
                from (select coalesce(k.id, a.client_id, discovered_client_id(:tenant, l.account_id, l.product_key)) as client_id,
                             k.id is null and a.client_id is null as is_new, l.*
                from (select distinct on (account_id, product_key)
                             account_id, product_key, kind, vendor, product, product_version, operating_system
                      from relink_pair
                      where not is_declared
                      order by account_id, product_key, product is null, last_seen desc, product_version desc nulls last,
                               operating_system desc nulls last, product desc nulls last) l
                left join (select distinct on (c.discovered_account, c.discovered_product)
                                  c.id, c.discovered_account, c.discovered_product
                           from relink_account t
                           join client c on c.tenant_id = :tenant and c.discovered_account = t.account_id
                           order by c.discovered_account, c.discovered_product, c.touched desc,
                                    c.id = discovered_client_id(:tenant, c.discovered_account, c.discovered_product) desc,
                                    c.id) k
                  on k.discovered_account = l.account_id and k.discovered_product = l.product_key
                left join (select distinct on (discovered_account, discovered_product)
                                  client_id, discovered_account, discovered_product
                           from client_alias where tenant_id = :tenant and discovered_account is not null
                           order by discovered_account, discovered_product, id) a
                  on a.discovered_account = l.account_id and a.discovered_product = l.product_key
                offset 0) l
                left join change t
                  on l.is_new and t.tenant_id = :tenant and t.kind = 'client' and t.deleted and t.id = l.client_id::text""");
    }

    /** A discovered client is there as long as something is linked to it, or a person has touched it. */
    void removeUnlinked(UUID tenant) {
        update(tenant, """
                with gone as (
                    delete from client c using relink_account t
                    where c.tenant_id = :tenant and c.discovered_account = t.account_id and not c.touched
                      and not exists (select from relink_loose l where l.client_id = c.id)
                    returning c.*),
                displaced as (
                    delete from client_account ca using gone where ca.tenant_id = :tenant and ca.client_id = gone.id),
                unlinked as (
                    delete from client_usage cu using gone where cu.tenant_id = :tenant and cu.client_id = gone.id)
                insert into relinked
                select tenant_id, id, version + 1, true, 'deleted',
                       jsonb_build_object('kind', kind, 'product', product, 'account', account, 'version', version,
                           'discoveredIn', discovered_in), null
                from gone""");
    }

    /** Makes the links what they were found to be; rows that are right already are not written. */
    void writeLinks(UUID tenant) {
        update(tenant, """
                insert into relink_link
                select l.client_id, p.usage_id, p.protocol, p.auth_method, p.is_plain
                from relink_pair p
                join relink_loose l on l.account_id = p.account_id and l.product_key = p.product_key
                where not p.is_declared""");
        update(tenant, """
                delete from client_usage cu using relink_account t, usage u
                where u.tenant_id = :tenant and u.account_id = t.account_id
                  and cu.tenant_id = :tenant and cu.usage_id = u.id
                  and not exists (select from relink_link l where l.client_id = cu.client_id and l.usage_id = cu.usage_id)""");
        update(tenant, """
                insert into client_usage (tenant_id, usage_id, client_id, protocol, auth_method)
                select :tenant, l.usage_id, l.client_id, l.protocol, l.auth_method
                from relink_link l
                where not exists (
                    select from client_usage cu
                    where cu.tenant_id = :tenant and cu.usage_id = l.usage_id and cu.client_id = l.client_id)
                order by l.usage_id, l.client_id""");
    }

    private int update(UUID tenant, String sql) {
        return SessionTables.update(jdbi, tenant, sql);
    }
}
