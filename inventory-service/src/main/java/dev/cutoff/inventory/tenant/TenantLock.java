package dev.cutoff.inventory.tenant;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/**
 * One writer of a tenant's clients, owners and evidence at a time, on any replica, until its transaction ends. What is worked out from
 * several facts at once could else be worked out from half of another writer's.
 */
@Singleton
public final class TenantLock {

    private final Jdbi jdbi;

    TenantLock(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Waits for the other writers. In one order everywhere, so that two who want several tenants do not wait for each other. */
    public void take(Collection<UUID> tenants) {
        jdbi.useHandle(handle -> handle.createQuery("""
                select pg_advisory_xact_lock(hashtextextended('inventory of ' || tenant, 0)) from unnest(:tenants) as tenant""")
                .bind("tenants", tenants.stream().sorted().distinct().toArray(UUID[]::new))
                .mapToMap()
                .list());
    }
}
