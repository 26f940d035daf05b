package dev.cutoff.commons.change;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Where a writer notes, in its own transaction, that a resource has changed. */
@Singleton
public final class ChangeLog {

    /** The tenant of what belongs to none, such as a revision; every token sees it. */
    public static final UUID NO_TENANT = new UUID(0, 0);

    /**
     * One resource as it is after the change.
     *
     * @param tenantId whose it is, or {@link #NO_TENANT}
     * @param id of the resource among those of its kind
     * @param version after the change
     * @param deleted a tombstone: the resource is gone
     */
    public record Change(UUID tenantId, String id, long version, boolean deleted) {

        public static Change of(UUID tenantId, Object id, long version) {
            return new Change(tenantId, id.toString(), version, false);
        }

        public static Change deleted(UUID tenantId, Object id, long version) {
            return new Change(tenantId, id.toString(), version, true);
        }
    }

    private static final String UPSERT = """
            insert into change (tenant_id, kind, id, version, deleted)
            %s
            on conflict (tenant_id, kind, id) do update
            set version = excluded.version, deleted = excluded.deleted, recorded_at = now(),
                entry = nextval('change_entry'), position = null""";

    private final Jdbi jdbi;

    ChangeLog(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Notes the changes of one kind; must run in the transaction that makes them.
     *
     * @param kind as in the event's type: {@code client} for {@code cutoff.client.changed.v1}
     */
    public void record(String kind, Collection<Change> changes) {
        if (changes.isEmpty()) {
            return;
        }
        // In one order everywhere: two writers that touch the same resources wait for each other instead of
        // deadlocking.
        var sorted = changes.stream().sorted(Comparator.comparing(Change::id)).toList();
        jdbi.useHandle(handle -> handle.createUpdate(UPSERT.formatted("""
                select tenant_id, :kind, id, version, deleted
                from unnest(:tenants, :ids, :versions, :deletions) as c (tenant_id, id, version, deleted)"""))
                .bind("kind", kind)
                .bind("tenants", sorted.stream().map(Change::tenantId).toArray(UUID[]::new))
                .bind("ids", sorted.stream().map(Change::id).toArray(String[]::new))
                .bind("versions", sorted.stream().map(Change::version).toArray(Long[]::new))
                .bind("deletions", sorted.stream().map(Change::deleted).toArray(Boolean[]::new))
                .execute());
    }

    public void record(String kind, Change change) {
        record(kind, List.of(change));
    }

    /**
     * Notes changes that were worked out in the database, any number of them, without carrying them through memory. Each is looked up: a join would
     * read what was noted of all tenants, for the sake of a few.
     *
     * @param tenant whose they are
     * @param rows a query without parameters for {@code id, version, deleted}
     */
    public void recordSelected(String kind, UUID tenant, String rows) {
        record(kind, tenant, UPSERT.formatted("""
                select distinct on (c.id) :tenant, :kind, c.id::text, c.version, c.deleted
                from (%s) as c
                order by c.id, c.version desc""".formatted(rows)));
    }

    /**
     * The same for resources of which none has been noted before, as most of a first import are: inserted without looking for conflicts, which takes
     * half the time. The caller holds a lock that keeps other writers of these resources out.
     *
     * @param tenant whose they are
     * @param rows a query without parameters for {@code id, version, deleted}; what has been noted is left as it is
     */
    public void recordNew(String kind, UUID tenant, String rows) {
        record(kind, tenant, """
                insert into change (tenant_id, kind, id, version, deleted)
                select :tenant, :kind, c.id::text, c.version, c.deleted
                from (%s) as c
                where not exists (
                    select from change known
                    where known.tenant_id = :tenant and known.kind = :kind and known.id = c.id::text)
                order by c.id""".formatted(rows));
    }

    private void record(String kind, UUID tenant, String sql) {
        jdbi.useHandle(handle -> handle.createUpdate(sql)
                .bind("kind", kind)
                .bind("tenant", tenant)
                .execute());
    }
}
