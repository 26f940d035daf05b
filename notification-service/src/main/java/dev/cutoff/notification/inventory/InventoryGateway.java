package dev.cutoff.notification.inventory;

import dev.cutoff.commons.change.ChangeFollower;
import dev.cutoff.commons.page.Paging;
import dev.cutoff.notification.upstream.Unreachable;
import dev.cutoff.notification.upstream.UpstreamGateway;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/**
 * Asks inventory, with a token of our own that sees every tenant: never on behalf of a caller whose scope was not checked before.
 * Each method throws {@link Unreachable} if there is no usable answer.
 */
@Singleton
public class InventoryGateway extends UpstreamGateway {

    private final InventoryApi inventory;

    InventoryGateway(@RestClient InventoryApi inventory) {
        super("inventory");
        this.inventory = inventory;
    }

    /** @return empty if inventory does not know it */
    public Optional<InventoryTenant> tenant(UUID id) {
        return found(() -> inventory.tenant(id));
    }

    /** The clients that use this auth method, in whatever protocol. */
    public List<InventoryClient> clients(UUID tenant, String authMethod) {
        var clients = new ArrayList<InventoryClient>();
        eachPage(cursor -> inventory.clients(tenant, authMethod, Paging.MOST, cursor), clients::addAll);
        return clients;
    }

    /** The usages with this auth method that had a success or a block. */
    public List<InventoryUsage> usages(UUID tenant, String authMethod) {
        var usages = new ArrayList<InventoryUsage>();
        eachPage(cursor -> inventory.usages(tenant, authMethod, Paging.MOST, cursor), usages::addAll);
        return usages;
    }

    public ChangeFollower.Batch changes(@Nullable String after, int limit) {
        return feed(() -> inventory.changes(after, limit));
    }
}
