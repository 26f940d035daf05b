package dev.cutoff.timeline.tenant;

import dev.cutoff.commons.json.WireName;
import dev.cutoff.timeline.inventory.InventoryTenant;
import dev.cutoff.timeline.rule.Cloud;
import dev.cutoff.timeline.rule.TenantAttributes;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A tenant as timeline knows it.
 *
 * @param version of inventory's resource
 * @param cloud null if it is one that we have no name for
 * @param createdOn null if unknown
 * @param licences what it has bought, by the vendor's names or part numbers; null if unknown
 */
public record Tenant(
        UUID tenantId,
        long version,
        String name,
        @Nullable Cloud cloud,
        @Nullable LocalDate createdOn,
        @Nullable List<String> licences) {

    static Tenant of(InventoryTenant tenant) {
        return new Tenant(
                tenant.id(),
                tenant.version(),
                tenant.name(),
                WireName.parse(Cloud.class, tenant.cloud()).orElse(null),
                tenant.createdOn(),
                tenant.licences());
    }

    static Tenant newer(Tenant one, Tenant other) {
        return one.version() > other.version() ? one : other;
    }

    public TenantAttributes attributes() {
        return new TenantAttributes(cloud, createdOn, licences == null ? null : LicenceClasses.of(licences));
    }
}
