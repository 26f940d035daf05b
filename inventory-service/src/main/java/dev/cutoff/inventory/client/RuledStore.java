package dev.cutoff.inventory.client;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Finds what rules speak of: accounts into {@code relink_account}, clients into {@code relink_client}. */
@Singleton
class RuledStore {

    private final Jdbi jdbi;

    RuledStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** All accounts that were ever seen under the addresses. */
    void addAccountsAt(UUID tenant, Collection<String> addresses) {
        add(tenant, addresses, """
                insert into relink_account
                select distinct account_id from account_address where tenant_id = :tenant and address = any(:values)
                on conflict do nothing""");
    }

    void addAccountsLike(UUID tenant, Collection<String> patterns) {
        add(tenant, patterns, """
                insert into relink_account
                select id from account where tenant_id = :tenant and label like any(:values) on conflict do nothing""");
    }

    void addAccountsOf(UUID tenant, Collection<String> domains) {
        add(tenant, domains, """
                insert into relink_account
                select id from account where tenant_id = :tenant and split_part(label, '@', 2) = any(:values)
                on conflict do nothing""");
    }

    void addClientsOf(UUID tenant, Collection<String> departments) {
        add(tenant, departments, """
                insert into relink_client
                select id from client
                where tenant_id = :tenant and department is not null and search_text(department) = any(:values)
                on conflict do nothing""");
    }

    void addClientsAt(UUID tenant, Collection<String> locations) {
        add(tenant, locations, """
                insert into relink_client
                select id from client where tenant_id = :tenant and location is not null and search_text(location) = any(:values)
                on conflict do nothing""");
    }

    private void add(UUID tenant, Collection<String> values, String sql) {
        if (values.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> handle.createUpdate(sql)
                .bind("tenant", tenant)
                .bind("values", values.toArray(String[]::new))
                .execute());
    }
}
