package dev.cutoff.notification.answer;

import dev.cutoff.commons.problem.Refusal;
import dev.cutoff.notification.affected.Cutoff;
import dev.cutoff.notification.affected.Grounds;
import dev.cutoff.notification.affected.KnownClient;
import dev.cutoff.notification.affected.KnownClients;
import dev.cutoff.notification.inventory.ClientIdentity;
import dev.cutoff.notification.inventory.InventoryGateway;
import dev.cutoff.notification.ladder.Reply;
import dev.cutoff.notification.line.Line;
import dev.cutoff.notification.line.Lines;
import dev.cutoff.notification.upstream.Unreachable;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds clients that somebody answers about: those of the last plan at once, others in inventory. */
@Singleton
class ClientLookup {

    private final KnownClients known;
    private final InventoryGateway inventory;

    ClientLookup(KnownClients known, InventoryGateway inventory) {
        this.known = known;
        this.inventory = inventory;
    }

    /** The clients of one tenant; those of the last plan are looked up together. */
    OfTenant of(UUID tenant, Collection<UUID> clients) {
        return new OfTenant(
                tenant,
                known.find(tenant, clients).stream()
                        .collect(Collectors.toMap(KnownClient::clientId, client -> client, (one, same) -> one)));
    }

    /** What was found of one tenant. */
    final class OfTenant {

        private final UUID tenant;
        private final Map<UUID, KnownClient> found;
        private @Nullable Map<Line, Cutoff> cutoffs;

        OfTenant(UUID tenant, Map<UUID, KnownClient> found) {
            this.tenant = tenant;
            this.found = new HashMap<>(found);
        }

        /**
         * What an answer about the lines is held against, as far as the last plan knew; evidence that is newer is for the next.
         *
         * @return not empty
         */
        List<Reply.Ground> grounds(KnownClient client, Lines about, ZoneId zone, LocalDate today) {
            var cutoffs = cutoffs();
            var grounds = client.lines().stream()
                    .filter(about::include)
                    .map(line -> ground(client, cutoffs.get(line), zone, today))
                    .toList();
            return grounds.isEmpty() ? List.of(ground(client, null, zone, today)) : grounds;
        }

        private static Reply.Ground ground(KnownClient client, @Nullable Cutoff cutoff, ZoneId zone, LocalDate today) {
            return Grounds.of(cutoff, client.resolved(), client.ownerEmail(), null, zone, today);
        }

        private Map<Line, Cutoff> cutoffs() {
            if (cutoffs == null) {
                cutoffs = known.cutoffs(tenant);
            }
            return cutoffs;
        }

        /** @throws Refusal 404 if the tenant has no such client, 503 if inventory would have to say */
        KnownClient require(UUID id) {
            try {
                var client = found.computeIfAbsent(
                        id,
                        unknown -> inventory
                                .client(id)
                                .filter(identity -> identity.tenantId().equals(tenant))
                                .map(ClientLookup::known)
                                .orElse(null));
                if (client == null) {
                    throw Refusal.notFound("Client", id);
                }
                return client;
            } catch (Unreachable e) {
                throw e.asRefusal();
            }
        }
    }

    private static KnownClient known(ClientIdentity client) {
        var owner = client.owner();
        return new KnownClient(
                client.id(), owner == null ? null : owner.email().toLowerCase(Locale.ROOT), false, Set.of());
    }
}
