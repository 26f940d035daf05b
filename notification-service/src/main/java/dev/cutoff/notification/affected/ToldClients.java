package dev.cutoff.notification.affected;

import dev.cutoff.notification.line.Line;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What one person is told of, over all tenants, as the last plans had it: who answers for a client, who stands in, the contact where nobody
 * does. Part of the transaction that is open.
 */
@Singleton
public class ToldClients {

    private final ToldClientStore store;
    private final CutoffStore cutoffs;

    ToldClients(ToldClientStore store, CutoffStore cutoffs) {
        this.store = store;
        this.cutoffs = cutoffs;
    }

    public int count(String person) {
        return store.count(person);
    }

    /** Some of them, those that stop first in front. */
    public List<ToldClient> page(String person, int offset, int most) {
        return store.page(person, offset, most);
    }

    /** Those of these clients that the person is told of. */
    public List<ToldClient> among(String person, Collection<UUID> clients) {
        return store.among(person, clients);
    }

    /** When each line stops, by tenant, and what can be done about it. */
    public Map<UUID, Map<Line, Cutoff>> cutoffs(Set<UUID> tenants) {
        return cutoffs.find(tenants);
    }
}
