package dev.cutoff.inventory.client;

import dev.cutoff.inventory.tenant.Tenants;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Says why somebody answers for a client. */
@Singleton
class OwnerExplanations {

    private final Clients clients;
    private final Tenants tenants;
    private final ExplanationStore store;

    OwnerExplanations(Clients clients, Tenants tenants, ExplanationStore store) {
        this.clients = clients;
        this.tenants = tenants;
        this.store = store;
    }

    @Transactional
    OwnerExplanation of(UUID id) {
        var client = clients.get(id);
        var tenant = tenants.get(client.tenantId());
        return OwnerExplanation.of(client, store.candidates(tenant.id(), id), tenant.fallbackContact());
    }
}
