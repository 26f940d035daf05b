package dev.cutoff.inventory.client;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/**
 * Finds or makes the accounts of sightings, and keeps the addresses that they are seen under. Accounts of which more has changed than that
 * they were seen are left in {@code moved_account}.
 */
@Singleton
class AccountStore {

    private static final List<String> TABLES = List.of(
            "sighted_address (address text, account_id uuid, last_seen timestamptz)",
            "moved_account (account_id uuid)");

    private final Jdbi jdbi;

    AccountStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void begin() {
        SessionTables.empty(jdbi, TABLES);
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
        seeAddresses(tenant, "s.user_id is not null and s.address is not null");
    }

    /** An address alone finds the account that was last seen under it; if there is none, it is an account by itself. */
    void addAddresses(UUID tenant) {
        if (!SessionTables.exists(jdbi, tenant, "select from sighting where user_id is null")) {
            return;
        }
        update(tenant, """
                with missing as (
                    select address, address_account_id(:tenant, address) as id
                    from (select distinct address from sighting where user_id is null) s
                    where not exists (select from account_address aa where aa.tenant_id = :tenant and aa.address = s.address)),
                made as (
                    insert into account (tenant_id, id, by_address, label) select :tenant, id, true, address from missing)
                insert into account_address (tenant_id, address, account_id) select :tenant, address, id from missing""");
        update(tenant, """
                update sighting s set account_id = latest.account_id
                from (select distinct on (aa.address) aa.address, aa.account_id
                      from account_address aa
                      where aa.tenant_id = :tenant and aa.address in (select address from sighting where user_id is null)
                      order by aa.address, aa.last_seen desc nulls last, aa.account_id desc) latest
                where s.user_id is null and s.address = latest.address""");
        seeAddresses(tenant, "s.user_id is null");
    }

    /** Updated and then inserted what is missing: {@code on conflict} takes twice as long, and nobody else writes. */
    private void seeAddresses(UUID tenant, String which) {
        update(tenant, "delete from sighted_address");
        var seen = update(tenant, """
                insert into sighted_address
                select s.address, s.account_id, max(s.last_seen) from sighting s where %s group by s.address, s.account_id""".formatted(which));
        if (seen == 0) {
            return;
        }
        update(tenant, """
                update account_address aa set last_seen = s.last_seen from sighted_address s
                where aa.tenant_id = :tenant and aa.address = s.address and aa.account_id = s.account_id
                  and (aa.last_seen is null or aa.last_seen < s.last_seen)""");
        update(tenant, """
                insert into account_address (tenant_id, address, account_id, last_seen)
                select :tenant, s.address, s.account_id, s.last_seen from sighted_address s
                where not exists (
                    select from account_address aa
                    where aa.tenant_id = :tenant and aa.address = s.address and aa.account_id = s.account_id)
                order by s.address, s.account_id""");
    }

    /** The label is the address that the account was seen under last. */
    void relabel(UUID tenant) {
        update(tenant, """
                with seen_otherwise as (
                    select distinct s.account_id
                    from sighting s join account a on a.tenant_id = :tenant and a.id = s.account_id
                    where s.address <> a.label),
                latest as (
                    select distinct on (aa.account_id) aa.account_id, aa.address
                    from account_address aa
                    where aa.tenant_id = :tenant and aa.account_id in (select account_id from seen_otherwise)
                    order by aa.account_id, aa.last_seen desc nulls last, aa.address),
                renamed as (
                    update account a set label = l.address from latest l
                    where a.tenant_id = :tenant and a.id = l.account_id and a.label <> l.address
                    returning a.id)
                insert into moved_account select id from renamed""");
        // A rule that names an address which has passed from one account to another passes with it.
        update(tenant, """
                insert into moved_account
                select distinct aa.account_id
                from owner_rule r
                join sighting s on s.address = r.matches
                join account_address aa on aa.tenant_id = :tenant and aa.address = r.matches
                where r.tenant_id = :tenant and r.kind = 'account'""");
    }

    private int update(UUID tenant, String sql) {
        return SessionTables.update(jdbi, tenant, sql);
    }
}
