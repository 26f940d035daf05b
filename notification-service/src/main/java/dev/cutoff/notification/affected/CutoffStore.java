package dev.cutoff.notification.affected;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cutoff.commons.database.RecordMapper;
import dev.cutoff.notification.ladder.State;
import dev.cutoff.notification.line.Line;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

@Singleton
class CutoffStore {

    private record Row(
            UUID tenantId,
            String programme,
            String protocol,
            String authMethod,
            String qualifier,
            State state,
            @Nullable LocalDate earliest,
            @Nullable LocalDate latest,
            @Nullable LocalDate day,
            @Nullable Instant stopsAt,
            @Nullable LocalDate decisionBy,
            @Nullable LocalDate announced,
            @Nullable LocalDate checkedOn,
            JsonNode allowedActions) {

        Line line() {
            return new Line(programme, protocol, authMethod, qualifier.isEmpty() ? null : qualifier);
        }
    }

    private record Counted(UUID tenantId, int count) {}

    private final Jdbi jdbi;
    private final ObjectMapper json;

    CutoffStore(Jdbi jdbi, ObjectMapper json) {
        this.jdbi = jdbi;
        this.json = json;
    }

    Map<UUID, Map<Line, Cutoff>> find(Set<UUID> tenants) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select tenant_id, programme, protocol, auth_method, qualifier, state, earliest, latest, day, stops_at, decision_by,
                               announced, checked_on, allowed_actions
                        from cutoff where tenant_id = any(:tenants)""")
                .bind("tenants", tenants.toArray(UUID[]::new))
                .mapTo(Row.class)
                .collect(Collectors.groupingBy(Row::tenantId, Collectors.toMap(Row::line, this::cutoff))));
    }

    /** Without lines that do not affect the tenant: those are in no list. */
    Map<UUID, Integer> counts(Set<UUID> tenants) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select tenant_id, count(*)::integer as count from cutoff
                        where tenant_id = any(:tenants) and state <> 'not-affected' group by tenant_id""")
                .bind("tenants", tenants.toArray(UUID[]::new))
                .mapTo(Counted.class)
                .collect(Collectors.toMap(Counted::tenantId, Counted::count)));
    }

    void replace(UUID tenant, Collection<Cutoff> cutoffs) {
        jdbi.useHandle(handle -> {
            handle.createUpdate("delete from cutoff where tenant_id = :tenant")
                    .bind("tenant", tenant)
                    .execute();
            var batch = handle.prepareBatch("""
                    insert into cutoff (tenant_id, programme, protocol, auth_method, qualifier, state, earliest, latest, day,
                                        stops_at, decision_by, announced, checked_on, allowed_actions)
                    values (:tenantId, :programme, :protocol, :authMethod, :qualifier, :state, :earliest, :latest, :day,
                            :stopsAt, :decisionBy, :announced, :checkedOn, :allowedActions)""");
            cutoffs.forEach(
                    cutoff -> RecordMapper.bind(batch, row(tenant, cutoff)).add());
            if (!cutoffs.isEmpty()) {
                batch.execute();
            }
        });
    }

    private Row row(UUID tenant, Cutoff cutoff) {
        return new Row(
                tenant,
                cutoff.line().programme(),
                cutoff.line().protocol(),
                cutoff.line().authMethod(),
                Objects.requireNonNullElse(cutoff.line().qualifier(), ""),
                cutoff.state(),
                cutoff.earliest(),
                cutoff.latest(),
                cutoff.day(),
                cutoff.stopsAt(),
                cutoff.decisionBy(),
                cutoff.announced(),
                cutoff.checkedOn(),
                json.valueToTree(cutoff.actions()));
    }

    private Cutoff cutoff(Row row) {
        return new Cutoff(
                row.line(),
                row.state(),
                row.earliest(),
                row.latest(),
                row.day(),
                row.stopsAt(),
                row.decisionBy(),
                row.announced(),
                row.checkedOn(),
                Arrays.asList(json.convertValue(row.allowedActions(), Cutoff.Action[].class)));
    }
}
