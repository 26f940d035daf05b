package dev.cutoff.notification.affected;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cutoff.commons.database.RecordMapper;
import dev.cutoff.notification.ladder.State;
import dev.cutoff.notification.line.Line;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

@Singleton
class AffectedStore {

    private record CutoffRow(
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

    private record ClientRow(
            UUID clientId,
            String kind,
            @Nullable String product,
            @Nullable String name,
            @Nullable String account,
            boolean shared,
            boolean resolved,
            @Nullable String ownerName,
            @Nullable String ownerEmail,
            @Nullable String ownerLocale,
            List<String> lines) {

        static ClientRow of(Client client) {
            return new ClientRow(
                    client.id(),
                    client.kind(),
                    client.product(),
                    client.name(),
                    client.account(),
                    client.shared(),
                    client.resolved(),
                    client.ownerName(),
                    client.ownerEmail(),
                    client.ownerLocale(),
                    client.lines().stream().sorted().map(Line::key).toList());
        }
    }

    private final Jdbi jdbi;
    private final ObjectMapper json;

    AffectedStore(Jdbi jdbi, ObjectMapper json) {
        this.jdbi = jdbi;
        this.json = json;
    }

    void replace(UUID tenant, Collection<Cutoff> cutoffs) {
        jdbi.useHandle(handle -> {
            handle.createUpdate("delete from cutoff where tenant_id = :tenant")
                    .bind("tenant", tenant)
                    .execute();
            var batch = handle.prepareBatch("""
                    insert into cutoff (tenant_id, programme, protocol, auth_method, qualifier, state, earliest, latest, day,
                                        stops_at, decision_by, announced, checked_on, allowed_actions)
                    values (:tenant, :programme, :protocol, :authMethod, :qualifier, :state, :earliest, :latest, :day,
                            :stopsAt, :decisionBy, :announced, :checkedOn, :allowedActions)""");
            cutoffs.forEach(cutoff ->
                    RecordMapper.bind(batch, row(cutoff)).bind("tenant", tenant).add());
            batch.execute();
        });
    }

    /** Writes what differs and drops what is gone; an unchanged client costs no write. */
    void replaceClients(UUID tenant, Collection<Client> clients) {
        jdbi.useHandle(handle -> {
            handle.createUpdate("delete from client where tenant_id = :tenant and client_id <> all(:ids)")
                    .bind("tenant", tenant)
                    .bind("ids", clients.stream().map(Client::id).toArray(UUID[]::new))
                    .execute();
            var batch = handle.prepareBatch("""
                    insert into client (tenant_id, client_id, kind, product, name, account, shared, resolved, owner_name,
                                        owner_email, owner_locale, lines)
                    values (:tenant, :clientId, :kind, :product, :name, :account, :shared, :resolved, :ownerName,
                            :ownerEmail, :ownerLocale, :lineKeys)
                    on conflict (tenant_id, client_id) do update
                    set (kind, product, name, account, shared, resolved, owner_name, owner_email, owner_locale, lines)
                      = (excluded.kind, excluded.product, excluded.name, excluded.account, excluded.shared,
                         excluded.resolved, excluded.owner_name, excluded.owner_email, excluded.owner_locale, excluded.lines)
                    where (client.kind, client.product, client.name, client.account, client.shared, client.resolved,
                           client.owner_name, client.owner_email, client.owner_locale, client.lines)
                        is distinct from
                          (excluded.kind, excluded.product, excluded.name, excluded.account, excluded.shared,
                           excluded.resolved, excluded.owner_name, excluded.owner_email, excluded.owner_locale, excluded.lines)""");
            clients.forEach(client -> {
                var row = ClientRow.of(client);
                RecordMapper.bind(batch, row)
                        .bind("tenant", tenant)
                        .bind("lineKeys", row.lines().toArray(String[]::new))
                        .add();
            });
            batch.execute();
        });
    }

    private CutoffRow row(Cutoff cutoff) {
        return new CutoffRow(
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
}
