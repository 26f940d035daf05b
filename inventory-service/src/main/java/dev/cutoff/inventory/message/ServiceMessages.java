package dev.cutoff.inventory.message;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cutoff.commons.page.Page;
import dev.cutoff.commons.page.Paging;
import dev.cutoff.inventory.tenant.Tenants;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The vendor's messages: kept as often as they were published, listed as they changed. */
@Singleton
public class ServiceMessages {

    private final ServiceMessageStore store;
    private final Tenants tenants;

    ServiceMessages(ServiceMessageStore store, Tenants tenants) {
        this.store = store;
        this.tenants = tenants;
    }

    /**
     * Keeps messages; runs in the transaction of the import.
     *
     * @param messages with the fields of the Graph's {@code serviceUpdateMessage}
     * @return how many were new
     */
    public int keep(UUID tenant, List<JsonNode> messages) {
        return store.add(tenant, messages);
    }

    Page<ServiceMessage> list(@Nullable UUID tenant, @Nullable String id, @Nullable String service, Paging paging) {
        return store.list(tenants.scope(tenant), id, service, paging);
    }
}
