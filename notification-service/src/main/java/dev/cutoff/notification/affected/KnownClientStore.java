package dev.cutoff.notification.affected;

import dev.cutoff.notification.ladder.State;
import dev.cutoff.notification.line.Line;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

@Singleton
class KnownClientStore {

    private record Row(UUID clientId, @Nullable String ownerEmail, boolean resolved, List<String> lines) {

        KnownClient client() {
            return new KnownClient(
                    clientId,
                    ownerEmail,
                    resolved,
                    lines.stream().map(Line::parse).collect(Collectors.toUnmodifiableSet()));
        }
    }

    private record Days(
            String programme,
            String protocol,
            String authMethod,
            String qualifier,
            State state,
            @Nullable LocalDate earliest,
            @Nullable LocalDate latest,
            @Nullable LocalDate day,
            @Nullable LocalDate decisionBy) {

        Cutoff cutoff() {
            var line = new Line(programme, protocol, authMethod, qualifier.isEmpty() ? null : qualifier);
            return new Cutoff(line, state, earliest, latest, day, null, decisionBy, null, null, List.of());
        }
    }

    private final Jdbi jdbi;

    KnownClientStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    List<KnownClient> find(UUID tenant, Collection<UUID> clients) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select client_id, owner_email, resolved, lines from client
                        where tenant_id = :tenant and client_id = any(:clients)""")
                .bind("tenant", tenant)
                .bind("clients", clients.toArray(UUID[]::new))
                .mapTo(Row.class)
                .map(Row::client)
                .list());
    }

    List<Cutoff> cutoffs(UUID tenant) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select programme, protocol, auth_method, qualifier, state, earliest, latest, day, decision_by
                        from cutoff where tenant_id = :tenant""")
                .bind("tenant", tenant)
                .mapTo(Days.class)
                .map(Days::cutoff)
                .list());
    }
}
