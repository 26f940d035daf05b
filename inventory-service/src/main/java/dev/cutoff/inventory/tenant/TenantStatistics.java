package dev.cutoff.inventory.tenant;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** What PostgreSQL expects of a tenant, which its plans go by and not by what is true. */
@Singleton
public class TenantStatistics {

    private final Jdbi jdbi;

    TenantStatistics(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Sees that it knows how much there is of the tenant: what it takes for far less than it is, is analysed. Before a long transaction and not in it,
     * since whoever analyses a table keeps others from it until the commit.
     */
    public void refresh(UUID tenant) {
        jdbi.useHandle(handle -> handle.createQuery("select refresh_statistics(:tenant)")
                .bind("tenant", tenant)
                .mapToMap()
                .list());
    }

    /** Whether it expects as many clients as these, or more. */
    public boolean expectsClients(UUID tenant, long many) {
        return jdbi.withHandle(handle -> handle.createQuery("select expects_clients(:tenant, :many)")
                .bind("tenant", tenant)
                .bind("many", many)
                .mapTo(Boolean.class)
                .one());
    }
}
