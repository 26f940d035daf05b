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
     * Notes changes that were worked out in the database, any number of them, without carrying them through memory. What is noted for the
     * first time is inserted without looking for conflicts, which takes half the time: the caller holds a lock that keeps other writers of
     * these resources out.
     *
     * @param rows a query without parameters for {@code tenant_id, id, version, deleted}
     */
    public void recordSelected(String kind, String rows) {
        jdbi.useHandle(handle -> {
            handle.createUpdate("""
                    update change
                    set version = c.version, deleted = c.deleted, recorded_at = now(), entry = nextval('change_entry'), position = null
                    from (%s) as c
                    where change.tenant_id = c.tenant_id and change.kind = :kind and change.id = c.id::text""".formatted(rows)).bind("kind", kind).execute();
        });
        recordNew(kind, rows);
    }

    /**
     * The same for resources of which none has been noted before, as most of a first import are: there is nothing to update.
     *
     * @param rows a query without parameters for {@code tenant_id, id, version, deleted}; what has been noted is left as it is
     */
    public void recordNew(String kind, String rows) {
        jdbi.useHandle(handle ->
                handle.createUpdate("""
                insert into change (tenant_id, kind, id, version, deleted)
                select c.tenant_id, :kind, c.id::text, c.version, c.deleted
                from (%s) as c
                where not exists (
                    select from change known
                    where known.tenant_id = c.tenant_id and known.kind = :kind and known.id = c.id::text)
                order by c.id""".formatted(rows)).bind("kind", kind).execute());
    }
}
