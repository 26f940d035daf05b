package dev.cutoff.notification.affected;

import dev.cutoff.notification.line.Line;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The cutoffs and clients of the last plans; part of the transaction that is open. */
@Singleton
public class Affected {

    private final AffectedStore store;

    Affected(AffectedStore store) {
        this.store = store;
    }

    /** Puts what a new plan of the tenant is made from in the place of what the last was. */
    public void replace(UUID tenant, Collection<Cutoff> cutoffs, Collection<Client> clients) {
        store.replace(tenant, cutoffs);
        store.replaceClients(tenant, clients);
    }

    public List<Cutoff> cutoffs(UUID tenant) {
        return store.cutoffs(tenant);
    }

    public List<Client> clients(UUID tenant, Collection<UUID> ids) {
        return store.clients(tenant, ids);
    }

    /** The clients for which a decision about this line still matters. */
    public List<Client> atRisk(UUID tenant, Line line) {
        return store.atRisk(tenant, line);
    }
}
