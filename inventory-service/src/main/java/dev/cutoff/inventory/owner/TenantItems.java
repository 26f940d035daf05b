package dev.cutoff.inventory.owner;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cutoff.commons.json.StrictJson;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Items of an upsert that each name their tenant. */
final class TenantItems {

    private TenantItems() {}

    static Set<UUID> tenantsOf(List<JsonNode> items) {
        return items.stream().flatMap(item -> tenantOf(item).stream()).collect(Collectors.toSet());
    }

    /** The tenant, if the item names one that can be read. */
    static Optional<UUID> tenantOf(JsonNode item) {
        try {
            return item.path("tenantId").isTextual()
                    ? Optional.of(StrictJson.parseUuid(item.path("tenantId").asText()))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
