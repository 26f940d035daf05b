package dev.cutoff.commons.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cutoff.commons.security.Callers;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The trail of changes; written in the transaction that makes them, never changed, not even by us. */
@Singleton
public final class AuditTrail {

    /**
     * One change.
     *
     * @param tenantId whose resource
     * @param action what was done, in the words of the API: {@code created}, {@code updated}, {@code confirmed}
     * @param kind of resource, as in the feed
     * @param id of the resource
     * @param before as it was; null if it is new
     * @param after as it is; null if it is gone
     * @param reason why, in the caller's words; null if none was given
     */
    public record Entry(
            UUID tenantId,
            String action,
            String kind,
            String id,
            @Nullable Object before,
            @Nullable Object after,
            @Nullable String reason) {}

    private final Jdbi jdbi;
    private final ObjectMapper json;
    private final Callers callers;

    AuditTrail(Jdbi jdbi, ObjectMapper json, Callers callers) {
        this.jdbi = jdbi;
        this.json = json;
        this.callers = callers;
    }

    public void record(List<Entry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        var actor = callers.current().name();
        jdbi.useHandle(handle -> {
            var batch = handle.prepareBatch("""
                    insert into audit (tenant_id, actor, action, kind, resource_id, before, after, reason)
                    values (:tenant, :actor, :action, :kind, :id, :before, :after, :reason)""");
            for (var entry : entries) {
                batch.bind("tenant", entry.tenantId())
                        .bind("actor", actor)
                        .bind("action", entry.action())
                        .bind("kind", entry.kind())
                        .bind("id", entry.id())
                        .bindByType("before", tree(entry.before()), JsonNode.class)
                        .bindByType("after", tree(entry.after()), JsonNode.class)
                        .bind("reason", entry.reason())
                        .add();
            }
            batch.execute();
        });
    }

    /**
     * Records changes that were worked out in the database, any number of them, without carrying them through memory.
     *
     * @param rows a query without parameters for {@code tenant_id, action, id, before, after}
     * @param reason why, of all of them; null if none was given
     */
    public void recordSelected(String kind, String rows, @Nullable String reason) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                insert into audit (tenant_id, actor, action, kind, resource_id, before, after, reason)
                select tenant_id, :actor, action, :kind, id::text, before, after, :reason from (%s) as c""".formatted(rows))
                .bind("actor", callers.current().name())
                .bind("kind", kind)
                .bind("reason", reason)
                .execute());
    }

    private @Nullable JsonNode tree(@Nullable Object value) {
        return value == null ? null : json.valueToTree(value);
    }
}
