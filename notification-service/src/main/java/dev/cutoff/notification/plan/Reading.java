package dev.cutoff.notification.plan;

import dev.cutoff.notification.affected.Finding;
import dev.cutoff.notification.affected.Staging;
import dev.cutoff.notification.inventory.InventoryGateway;
import dev.cutoff.notification.upstream.Unreachable;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** Reads of inventory what a plan is made from, a page at a time, and puts it aside. */
@Singleton
class Reading {

    private final InventoryGateway inventory;
    private final Staging staging;

    Reading(InventoryGateway inventory, Staging staging) {
        this.inventory = inventory;
        this.staging = staging;
    }

    /**
     * @param token of the lease under which it is read
     * @throws Unreachable if inventory gives no usable answer; what was read by then is never used
     */
    void read(UUID tenant, UUID token, List<Wanted.Ask> asks) {
        staging.begin(tenant);
        for (var ask : asks) {
            inventory.eachUsages(
                    tenant,
                    ask.protocol(),
                    ask.authMethod(),
                    page -> staging.addUses(
                            tenant, token, page.stream().flatMap(Facts::uses).toList()));
            inventory.eachClients(
                    tenant,
                    ask.protocol(),
                    ask.authMethod(),
                    page -> staging.addClients(
                            tenant, token, page.stream().map(Facts::client).toList()));
        }
        inventory.eachOwners(
                tenant,
                page -> staging.addOwners(
                        tenant, token, page.stream().flatMap(Facts::owner).toList()));
    }

    List<Finding> findings(UUID tenant) {
        return inventory.coverage(tenant).stream().flatMap(Facts::findings).toList();
    }
}
