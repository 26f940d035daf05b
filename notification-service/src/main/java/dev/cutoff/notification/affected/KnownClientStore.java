package dev.cutoff.notification.affected;

import dev.cutoff.notification.line.Line;
import jakarta.inject.Singleton;
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
}
