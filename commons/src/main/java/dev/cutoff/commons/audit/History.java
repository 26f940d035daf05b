package dev.cutoff.commons.audit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cutoff.commons.page.ListQuery;
import dev.cutoff.commons.page.Page;
import dev.cutoff.commons.page.Paging;
import dev.cutoff.commons.security.Callers;
import jakarta.inject.Singleton;
import java.time.Instant;
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
        return ListQuery.of(Row.class, "id, recorded_at, actor, action, reason, before, after", "audit")
                .within(callers.scope(), "tenant_id")
                .where("kind = :kind", "kind", kind)
                .where("resource_id = :resource", "resource", id)
                .sortable("at", "id", "bigint")
                .key("id", "bigint")
                .page(jdbi, paging)
                .map(Row::shown);
    }
}
