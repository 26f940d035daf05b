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
import java.util.function.Consumer;
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

    /** @return empty if inventory does not know it, or knows it as another one by now */
    public Optional<ClientIdentity> client(UUID id) {
        return found(() -> Optional.ofNullable(inventory.client(id))).flatMap(client -> client);
    }

    /**
     * The clients that use this auth method, a page at a time, so that memory stays flat.
     *
     * @param protocol only those that use it with this one; null for whatever protocol
     */
    public void eachClients(
            UUID tenant, @Nullable String protocol, String authMethod, Consumer<List<InventoryClient>> reader) {
        eachPage(cursor -> inventory.clients(tenant, protocol, authMethod, Paging.MOST, cursor), reader);
    }

    /** The usages with this auth method, likewise, that had a success or a block. */
    public void eachUsages(
            UUID tenant, @Nullable String protocol, String authMethod, Consumer<List<InventoryUsage>> reader) {
        eachPage(cursor -> inventory.usages(tenant, protocol, authMethod, Paging.MOST, cursor), reader);
    }

    /** The owners, with their deputies. */
    public void eachOwners(UUID tenant, Consumer<List<InventoryOwner>> reader) {
        eachPage(cursor -> inventory.owners(tenant, Paging.MOST, cursor), reader);
    }

    /** What evidence covers, a line for each protocol. */
    public List<InventoryCoverage> coverage(UUID tenant) {
        var coverage = new ArrayList<InventoryCoverage>();
        eachPage(cursor -> inventory.coverage(tenant, Paging.MOST, cursor), coverage::addAll);
        return coverage;
    }

    public ChangeFollower.Batch changes(@Nullable String after, int limit) {
        return feed(() -> inventory.changes(after, limit));
    }
}
