package dev.cutoff.timeline.tenant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cutoff.commons.json.StrictJson;
import dev.cutoff.commons.problem.Refusal;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** An item of a bulk request that says whose it is in {@code tenantId}. */
public final class TenantItem {

    private TenantItem() {}

    /** The tenants that any of the items name. */
    public static Set<UUID> tenants(Collection<JsonNode> items) {
        return items.stream().flatMap(item -> find(item).stream()).collect(Collectors.toSet());
    }

    /** @throws Refusal 400 if it names none */
    public static UUID tenant(JsonNode item, String pointer) {
        return find(item)
                .orElseThrow(() -> Refusal.invalidField(
                        pointer + "/tenantId", "must be a GUID such as 8bb6f14a-714e-4fdc-89f6-05418818a00b"));
    }

    /** The rest of the item. */
    public static JsonNode content(JsonNode item) {
        return item instanceof ObjectNode object ? object.deepCopy().without("tenantId") : item;
    }

    private static Optional<UUID> find(JsonNode item) {
        try {
            return item.path("tenantId").isTextual()
                    ? Optional.of(StrictJson.parseUuid(item.path("tenantId").asText()))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
