package dev.cutoff.notification.affected;

import dev.cutoff.notification.line.Line;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The cutoffs, clients and findings that the last plan of a tenant was made from; part of the transaction that is open. */
@Singleton
public class Affected {

    private final AffectedStore store;
    private final CutoffStore cutoffs;

    Affected(AffectedStore store, CutoffStore cutoffs) {
        this.store = store;
        this.cutoffs = cutoffs;
    }

    /** Puts the cutoffs that a new plan is made from in the place of those that the last was. */
    public void replace(UUID tenant, Collection<Cutoff> planned) {
        cutoffs.replace(tenant, planned);
    }

    /** The cutoffs that the last plan of each tenant was made from; one that was never planned is left out. */
    public Map<UUID, Map<Line, Cutoff>> cutoffs(Set<UUID> tenants) {
        return cutoffs.find(tenants);
    }

    /** How many of them something is said of, by tenant; a tenant without any is left out. */
    public Map<UUID, Integer> counts(Set<UUID> tenants) {
        return cutoffs.counts(tenants);
    }

    public void replaceFindings(UUID tenant, List<Finding> findings) {
        store.replaceFindings(tenant, findings);
    }

    /** Keeps these clients, and no longer those. */
    public void keep(UUID tenant, List<Client> clients, Set<UUID> others) {
        if (!clients.isEmpty()) {
            store.keep(tenant, clients);
        }
        if (!others.isEmpty()) {
            store.drop(tenant, others);
        }
    }

    /** Keeps no clients: nothing is planned about any. */
    public void keepNone(UUID tenant) {
        store.dropAll(tenant);
    }

    /** Who stands in for these owners, by their addresses. */
    public Map<String, Owner> owners(UUID tenant, Collection<String> emails) {
        return store.owners(tenant, emails);
    }
}
