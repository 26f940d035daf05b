package dev.cutoff.notification.affected;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cutoff.notification.ladder.State;
import dev.cutoff.notification.line.Line;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

@Singleton
class ToldClientStore {

    private record Row(
            UUID tenantId,
            UUID clientId,
            String kind,
            @Nullable String product,
            @Nullable String name,
            @Nullable String account,
            boolean shared,
            boolean resolved,
            List<String> lines) {

        ToldClient client() {
            return new ToldClient(
                    tenantId,
                    clientId,
                    kind,
                    product,
                    name,
                    account,
                    shared,
                    resolved,
                    lines.stream().map(Line::parse).collect(Collectors.toUnmodifiableSet()));
        }
    }

    private record CutoffRow(
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
            JsonNode allowedActions) {}

    private static final String COLUMNS =
            "cl.tenant_id, cl.client_id, cl.kind, cl.product, cl.name, cl.account, cl.shared, cl.resolved, cl.lines";

    /** In the words of the index that finds a person in any tenant. */
    private static final String OF_PERSON =
            " from client cl where cl.people @> array[cast(:person as text)] and cl.people <> '{}' and cl.lines <> '{}'";

    private final Jdbi jdbi;
    private final ObjectMapper json;

    ToldClientStore(Jdbi jdbi, ObjectMapper json) {
        this.jdbi = jdbi;
        this.json = json;
    }

    int count(String person) {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*)" + OF_PERSON)
                .bind("person", person)
                .mapTo(Integer.class)
                .one());
    }

    List<ToldClient> page(String person, int offset, int most) {
        return jdbi.withHandle(handle -> handle.createQuery("select " + COLUMNS + OF_PERSON + """
                         order by cl.resolved, (
                             select min(coalesce(c.day, c.earliest)) from cutoff c
                             where c.tenant_id = cl.tenant_id
                               and rtrim(concat_ws(' ', c.programme, c.protocol, c.auth_method, c.qualifier)) = any(cl.lines)) nulls last,
                             cl.tenant_id, cl.name, cl.client_id
                         limit :most offset :offset""")
                .bind("person", person)
                .bind("most", most)
                .bind("offset", offset)
                .mapTo(Row.class)
                .map(Row::client)
                .list());
    }

    List<ToldClient> among(String person, Collection<UUID> clients) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select " + COLUMNS + OF_PERSON + " and cl.client_id = any(:clients)")
                        .bind("person", person)
                        .bind("clients", clients.toArray(UUID[]::new))
                        .mapTo(Row.class)
                        .map(Row::client)
                        .list());
    }

    Map<UUID, Map<Line, Cutoff>> cutoffs(Set<UUID> tenants) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select tenant_id, programme, protocol, auth_method, qualifier, state, earliest, latest, day, stops_at, decision_by,
                               announced, checked_on, allowed_actions
                        from cutoff where tenant_id = any(:tenants)""")
                .bind("tenants", tenants.toArray(UUID[]::new))
                .mapTo(CutoffRow.class)
                .collect(Collectors.groupingBy(
                        CutoffRow::tenantId, Collectors.toMap(ToldClientStore::line, this::cutoff))));
    }

    private static Line line(CutoffRow row) {
        return new Line(
                row.programme(),
                row.protocol(),
                row.authMethod(),
                row.qualifier().isEmpty() ? null : row.qualifier());
    }

    private Cutoff cutoff(CutoffRow row) {
        return new Cutoff(
                line(row),
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
