package dev.cutoff.notification.dispatch;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

@Singleton
class DispatchStore {

    record Row(
            UUID tenantId,
            long version,
            DispatchState state,
            List<String> pilots,
            @Nullable Integer reviewed,
            @Nullable Integer surge,
            Instant changedAt,
            String changedBy) {}

    private final Jdbi jdbi;

    DispatchStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    List<Row> find(Collection<UUID> tenants) {
        return jdbi.withHandle(handle -> handle.createQuery("select * from dispatch where tenant_id = any(:tenants)")
                .bind("tenants", tenants.toArray(UUID[]::new))
                .mapTo(Row.class)
                .list());
    }

    /** Notes the first plan that tells anybody since the mail was let out, if nothing is noted yet. */
    void review(UUID tenant, int people) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "update dispatch set reviewed = :people where tenant_id = :tenant and reviewed is null")
                .bind("tenant", tenant)
                .bind("people", people)
                .execute());
    }

    /** How many tenants hold themselves. */
    long surges() {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from dispatch where surge is not null")
                .mapTo(Long.class)
                .one());
    }

    /** @throws org.jdbi.v3.core.JdbiException if somebody else writes for five seconds */
    void lockSoon() {
        jdbi.useHandle(handle -> handle.execute("set local lock_timeout = '5s'"));
        lock();
    }

    /** One writer at a time, also while there is no row yet. */
    void lock() {
        jdbi.useHandle(handle -> handle.execute("select pg_advisory_xact_lock(hashtext('dispatch'))"));
    }

    void save(Row row) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                insert into dispatch (tenant_id, version, state, pilots, reviewed, surge, changed_at, changed_by)
                values (:tenant, :version, :state, :pilots, :reviewed, :surge, :at, :by)
                on conflict (tenant_id) do update
                set (version, state, pilots, reviewed, surge, changed_at, changed_by)
                  = (excluded.version, excluded.state, excluded.pilots, excluded.reviewed, excluded.surge, excluded.changed_at,
                     excluded.changed_by)""")
                .bind("tenant", row.tenantId())
                .bind("version", row.version())
                .bind("state", row.state())
                .bind("pilots", row.pilots().toArray(String[]::new))
                .bindByType("reviewed", row.reviewed(), Integer.class)
                .bindByType("surge", row.surge(), Integer.class)
                .bind("at", row.changedAt())
                .bind("by", row.changedBy())
                .execute());
    }
}
