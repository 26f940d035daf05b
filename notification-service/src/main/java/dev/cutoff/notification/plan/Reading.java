package dev.cutoff.notification.plan;

import dev.cutoff.notification.affected.Staging;
import dev.cutoff.notification.inventory.InventoryCoverage;
import dev.cutoff.notification.inventory.InventoryGateway;
import dev.cutoff.notification.line.Line;
import dev.cutoff.notification.upstream.Unreachable;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

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

    /** What evidence of the lines' protocols does not show, or will not if no more comes. */
    Evidence evidence(UUID tenant, Set<Line> lines) {
        var protocols = lines.stream().map(Line::protocol).collect(Collectors.toSet());
        var covered = inventory.coverage(tenant).stream()
                .filter(coverage -> protocols.contains(coverage.protocol()))
                .toList();
        return new Evidence(
                covered.stream().flatMap(Facts::findings).toList(),
                covered.stream()
                        .filter(coverage -> !coverage.stale())
                        .map(InventoryCoverage::staleFrom)
                        .filter(Objects::nonNull)
                        .min(Comparator.naturalOrder())
                        .orElse(null));
    }
}
