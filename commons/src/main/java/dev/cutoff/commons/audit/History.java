package dev.cutoff.commons.audit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cutoff.commons.page.ListQuery;
import dev.cutoff.commons.page.Page;
import dev.cutoff.commons.page.Paging;
import dev.cutoff.commons.security.Callers;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Reads the trail of one resource; also of one that is gone. */
@Singleton
public final class History {

    private record Row(
            long id,
            Instant recordedAt,
            String actor,
            String action,
            @Nullable String reason,
            @Nullable JsonNode before,
            @Nullable JsonNode after) {

        HistoryEntry shown() {
            return new HistoryEntry(
                    id, recordedAt, actor, action, reason, HistoryEntry.changed(before, after), before, after);
        }
    }

    private record TenantRow(
            long id,
            Instant recordedAt,
            String actor,
            String action,
            String kind,
            String resourceId,
            @Nullable String reason,
            @Nullable JsonNode before,
            @Nullable JsonNode after) {

        TrailEntry shown() {
            return new TrailEntry(id, recordedAt, actor, action, kind, resourceId, reason, before, after);
        }
    }

    private final Jdbi jdbi;
    private final Callers callers;

    History(Jdbi jdbi, Callers callers) {
        this.jdbi = jdbi;
        this.callers = callers;
    }

    /** The oldest first; sorted by {@code -at} the newest. Nothing of what the caller may not see, like of what never was. */
    public Page<HistoryEntry> of(String kind, UUID id, Paging paging) {
        return of(kind, id.toString(), paging);
    }

    /** The same of what has no id of its own. */
    public Page<HistoryEntry> of(String kind, String id, Paging paging) {
        return of(kind, Set.of(id), paging);
    }

    /**
     * The same of a resource that shares entries with others.
     *
     * @param ids its own, and those under which what it shares was recorded
     */
    public Page<HistoryEntry> of(String kind, Set<String> ids, Paging paging) {
        return ListQuery.of(Row.class, "id, recorded_at, actor, action, reason, before, after", "audit")
                .within(callers.scope(), "tenant_id")
                .where("kind = :kind", "kind", kind)
                .where("resource_id = any(:resources)", "resources", ids.toArray(String[]::new))
                .sortable("at", "id", "bigint")
                .key("id", "bigint")
                .page(jdbi, paging)
                .map(Row::shown);
    }

    /**
     * Everything that was done to what belongs to a tenant, the oldest first; sorted by {@code -at} the newest. The caller has made sure that
     * it may be seen.
     *
     * @param kind of resource; null for all
     * @param action null for all
     */
    public Page<TrailEntry> ofTenant(UUID tenant, @Nullable String kind, @Nullable String action, Paging paging) {
        return ListQuery.of(
                        TenantRow.class,
                        "id, recorded_at, actor, action, kind, resource_id, reason, before, after",
                        "audit")
                .where("tenant_id = :tenant", "tenant", tenant)
                .where("kind = :kind", "kind", kind)
                .where("action = :action", "action", action)
                .sortable("at", "id", "bigint")
                .key("id", "bigint")
                .page(jdbi, paging)
                .map(TenantRow::shown);
    }
}
