package dev.cutoff.notification.affected;

import dev.cutoff.notification.line.Line;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The clients of the last plans, to be looked up; part of the transaction that is open. */
@Singleton
public class KnownClients {

    private final KnownClientStore store;
    private final CutoffStore cutoffs;

    KnownClients(KnownClientStore store, CutoffStore cutoffs) {
        this.store = store;
        this.cutoffs = cutoffs;
    }

    /** Those of the tenant's clients that the last plan knew; one that nothing touches it may not know. */
    public List<KnownClient> find(UUID tenant, Collection<UUID> clients) {
        return store.find(tenant, clients);
    }

    /** When each line stops for the tenant, as the last plan had it. */
    public Map<Line, Cutoff> cutoffs(UUID tenant) {
        return cutoffs.find(Set.of(tenant)).getOrDefault(tenant, Map.of());
    }
}
