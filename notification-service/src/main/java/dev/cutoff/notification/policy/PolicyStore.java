package dev.cutoff.notification.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cutoff.commons.database.RecordMapper;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

@Singleton
class PolicyStore {

    /** A policy as it is set. */
    record Row(PolicyKey key, long version, PolicySettings settings, Instant changedAt, String changedBy) {}

    private record Stored(
            UUID tenantId, String programme, long version, JsonNode settings, Instant changedAt, String changedBy) {}

    private final Jdbi jdbi;
    private final ObjectMapper json;

    PolicyStore(Jdbi jdbi, ObjectMapper json) {
        this.jdbi = jdbi;
        this.json = json;
    }

    /** All that is set for these tenants, whatever the programme. */
    List<Row> find(Collection<UUID> tenants) {
        return jdbi.withHandle(handle -> handle.createQuery("select * from policy where tenant_id = any(:tenants)")
                .bind("tenants", tenants.toArray(UUID[]::new))
                .mapTo(Stored.class)
                .map(row -> new Row(
                        new PolicyKey(row.tenantId(), row.programme()),
                        row.version(),
                        json.convertValue(row.settings(), PolicySettings.class),
                        row.changedAt(),
                        row.changedBy()))
                .list());
    }

    /** One writer at a time, also while there is no row yet. */
    void lock(PolicyKey key) {
        jdbi.useHandle(handle -> handle.createQuery("select pg_advisory_xact_lock(hashtext('policy'), hashtext(:id))")
                .bind("id", key.id())
                .mapTo(String.class)
                .list());
    }

    void save(Row row) {
        var stored = new Stored(
                row.key().tenantId(),
                row.key().programme(),
                row.version(),
                json.valueToTree(row.settings()),
                row.changedAt(),
                row.changedBy());
        jdbi.useHandle(
                handle -> RecordMapper.bind(handle.createUpdate("""
                insert into policy (tenant_id, programme, version, settings, changed_at, changed_by)
                values (:tenantId, :programme, :version, :settings, :changedAt, :changedBy)
                on conflict (tenant_id, programme) do update
                set (version, settings, changed_at, changed_by)
                  = (excluded.version, excluded.settings, excluded.changed_at, excluded.changed_by)"""), stored).execute());
    }
}
