package dev.cutoff.notification.affected;

import jakarta.inject.Singleton;
import java.util.Collection;
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
}
