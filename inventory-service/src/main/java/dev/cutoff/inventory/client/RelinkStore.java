package dev.cutoff.inventory.client;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Works out clients and links of some accounts in sets. The accounts stand in {@code relink_account}, the clients that this transaction
 * has given a new version already in {@code relink_bumped}; what else changes is left in {@code relinked}.
 */
@Singleton
class RelinkStore {

    private static final int MANY = 100;

    private static final List<String> TABLES = List.of(
            "relink_account (account_id uuid primary key)",
            "relink_bumped (id uuid primary key)",
            """
            relink_pair (account_id uuid, usage_id bigint, product_key text, kind text, vendor text, product text,
                         product_version text, operating_system text, last_seen timestamptz, is_declared boolean)""",
            "relink_link (client_id uuid, usage_id bigint)",
            """
            relink_loose (account_id uuid, product_key text, kind text, vendor text, product text, product_version text,
                          operating_system text, client_id uuid)""",
            "relinked (tenant_id uuid, id uuid, version bigint, deleted boolean, action text, before jsonb, after jsonb)");

    private final Jdbi jdbi;

    RelinkStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Begins with nothing. The tables are those of the session, so that a small upsert does not write to the catalogue. */
    void begin() {
        jdbi.useHandle(handle -> {
            for (var table : TABLES) {
                handle.execute("create temporary table if not exists " + table + " on commit delete rows");
                handle.execute("delete from " + table.strip().split("\\W+")[0]);
            }
        });
    }

    void addAccounts(Collection<UUID> accounts) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "insert into relink_account select distinct unnest(:accounts) on conflict do nothing")
                .bind("accounts", accounts.toArray(UUID[]::new))
                .execute());
    }

    /** The accounts that these rules may speak of: all that were ever seen under the addresses. */
    void addAccountsAt(UUID tenant, Collection<String> addresses) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                insert into relink_account
                select distinct account_id from account_address where tenant_id = :tenant and address = any(:addresses)
                on conflict do nothing""")
                .bind("tenant", tenant)
                .bind("addresses", addresses.toArray(String[]::new))
                .execute());
    }

    void addBumped(Collection<UUID> clients) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "insert into relink_bumped select unnest(:clients) on conflict do nothing")
                .bind("clients", clients.toArray(UUID[]::new))
                .execute());
    }

    /**
     * Keeps nested loops out of what follows in the transaction if it is about many. The tables of the session have no statistics, and
     * those of the tenant may have been analysed while they were empty: the planner takes each for a row or two, and a loop in a loop
     * over a thousand clients takes minutes. Hash joins read all of the tenant instead, which few clients are not worth.
     */
    void plan(UUID tenant) {
        jdbi.useHandle(handle -> {
            var size = handle.createQuery("""
                    select (select count(*) from relink_account) + (select count(*) from relink_bumped)
                         + (select count(*) from relink_account t
                            join client_account ca on ca.tenant_id = :tenant and ca.account_id = t.account_id)""")
                    .bind("tenant", tenant)
                    .mapTo(Long.class)
                    .one();
            if (size > MANY) {
                handle.execute("set local enable_nestloop = off");
            }
        });
    }

    /**
     * Gathers what the accounts were seen to use, once: the tables below it are joined on all of a key or not at all, so that no
     * estimate of theirs can lead to joining every account with every product.
     */
    void gather(UUID tenant) {
        update(tenant, """
                insert into relink_pair
                select u.account_id, u.id, p.product_key, p.kind, p.vendor, p.product, p.product_version, p.operating_system,
                       p.last_seen, false
                from relink_account t
                join usage u on u.tenant_id = :tenant and u.account_id = t.account_id
                join usage_product p on p.tenant_id = :tenant and p.usage_id = u.id""");
        // A report names no product: it is whatever else the account was seen to speak the protocol with, or it is
        // unknown.
        update(tenant, """
                insert into relink_pair
                select distinct on (u.id, coalesce(p.product_key, 'unknown'))
                       u.account_id, u.id, coalesce(p.product_key, 'unknown'), coalesce(p.kind, 'unknown'), p.vendor, p.product,
                       p.product_version, p.operating_system, coalesce(p.last_seen, '-infinity'), false
                from relink_account t
                join usage u on u.tenant_id = :tenant and u.account_id = t.account_id
                left join usage other on other.tenant_id = :tenant and other.account_id = u.account_id
                  and other.protocol = u.protocol and other.id <> u.id
                left join usage_product p on p.tenant_id = :tenant and p.usage_id = other.id
                where u.reported
                  and not exists (select from usage_product own where own.tenant_id = :tenant and own.usage_id = u.id)
                  and (p.usage_id is not null or not exists (
                      select from usage o join usage_product op on op.tenant_id = :tenant and op.usage_id = o.id
                      where o.tenant_id = :tenant and o.account_id = u.account_id and o.protocol = u.protocol))
                order by u.id, coalesce(p.product_key, 'unknown'), p.last_seen desc nulls last""");
    }

    /** A product seen in a usage belongs to each declared client of the account that it can be. */
    void linkDeclared(UUID tenant) {
        update(tenant, """
                insert into relink_link
                select distinct c.id, p.usage_id
                from relink_pair p
                join client_account ca on ca.tenant_id = :tenant and ca.account_id = p.account_id
                join client c on c.tenant_id = :tenant and c.id = ca.client_id
                where c.discovered_product is null and may_be(p.kind, c.kind)""");
        update(tenant, """
                update relink_pair p set is_declared = true
                from client_account ca join client c on c.tenant_id = :tenant and c.id = ca.client_id
                where ca.tenant_id = :tenant and ca.account_id = p.account_id
                  and c.discovered_product is null and may_be(p.kind, c.kind)""");
    }

    /** What no declared client can be is a client of its own for each account and product; as it was seen last, in whichever usage. */
    void findLoose(UUID tenant) {
        update(tenant, """
                insert into relink_loose
                select distinct on (account_id, product_key) account_id, product_key, kind, vendor, product, product_version,
                       operating_system, null
                from relink_pair
                where not is_declared
                order by account_id, product_key, product is null, last_seen desc, product_version desc nulls last,
                         operating_system desc nulls last, product desc nulls last""");
    }

    /** The client that is there already: rather one that a person has touched, if an account was absorbed and there are two. */
    void findDiscovered(UUID tenant) {
        update(tenant, """
                update relink_loose l set client_id = known.id
                from (select distinct on (c.discovered_account, c.discovered_product)
                             c.id, c.discovered_account, c.discovered_product
                      from relink_account t
                      join client c on c.tenant_id = :tenant and c.discovered_account = t.account_id
                      order by c.discovered_account, c.discovered_product, c.touched desc,
                               c.id = discovered_client_id(:tenant, c.discovered_account, c.discovered_product) desc,
                               c.id) known
                where l.account_id = known.discovered_account and l.product_key = known.discovered_product""");
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
                       jsonb_build_object('kind', kind, 'product', product, 'account', account, 'version', version), null
                from gone""");
    }

    /** One that comes back goes on from the version of its tombstone: whoever has that would take version 1 for older. */
    void createMissing(UUID tenant) {
        update(tenant, """
                update relink_loose set client_id = discovered_client_id(:tenant, account_id, product_key)
                where client_id is null""");
        update(tenant, """
                with made as (
                    insert into client (tenant_id, id, version, kind, vendor, product, product_version, operating_system, name,
                                        discovered_account, discovered_product, account, accounts, status)
                    select :tenant, l.client_id, coalesce(ch.version, 0) + 1, l.kind, l.vendor, l.product, l.product_version,
                           l.operating_system, coalesce(l.product, 'Unknown program'), l.account_id, l.product_key, a.label,
                           array[a.label], 'discovered'
                    from relink_loose l
                    join account a on a.tenant_id = :tenant and a.id = l.account_id
                    left join change ch on ch.tenant_id = :tenant and ch.kind = 'client' and ch.id = l.client_id::text
                    where not exists (select from client c where c.tenant_id = :tenant and c.id = l.client_id)
                    order by l.client_id
                    returning id, version, kind, product, account, discovered_account),
                placed as (
                    insert into client_account (tenant_id, client_id, position, account_id)
                    select :tenant, id, 0, discovered_account from made),
                bumped as (
                    insert into relink_bumped select id from made on conflict do nothing)
                insert into relinked
                select :tenant, id, version, false, 'created', null,
                       jsonb_build_object('kind', kind, 'product', product, 'account', account, 'version', version)
                from made""");
    }

    void linkDiscovered(UUID tenant) {
        update(tenant, """
                insert into relink_link
                select l.client_id, p.usage_id
                from relink_pair p
                join relink_loose l on l.account_id = p.account_id and l.product_key = p.product_key
                where not p.is_declared""");
    }

    /** Makes the links what they were found to be; rows that are right already are not written. */
    void writeLinks(UUID tenant) {
        update(tenant, """
                delete from client_usage cu using relink_account t, usage u
                where u.tenant_id = :tenant and u.account_id = t.account_id
                  and cu.tenant_id = :tenant and cu.usage_id = u.id
                  and not exists (select from relink_link l where l.client_id = cu.client_id and l.usage_id = cu.usage_id)""");
        update(tenant, """
                insert into client_usage (tenant_id, usage_id, client_id, protocol, auth_method)
                select :tenant, l.usage_id, l.client_id, u.protocol, u.auth_method
                from relink_link l join usage u on u.tenant_id = :tenant and u.id = l.usage_id
                where not exists (
                    select from client_usage cu
                    where cu.tenant_id = :tenant and cu.usage_id = l.usage_id and cu.client_id = l.client_id)
                order by l.usage_id, l.client_id""");
    }

    private void update(UUID tenant, String sql) {
        jdbi.useHandle(handle -> bound(handle, tenant, sql));
    }

    private static int bound(Handle handle, UUID tenant, String sql) {
        var update = handle.createUpdate(sql);
        return (sql.contains(":tenant") ? update.bind("tenant", tenant) : update).execute();
    }
}
