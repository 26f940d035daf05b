package dev.cutoff.inventory.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cutoff.commons.json.StrictJson;
import dev.cutoff.commons.problem.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One item of an upsert: which client it is, and what shall be different.
 *
 * @param patch the fields of {@link ClientContent}, as a merge patch
 */
record ClientItem(UUID tenant, String source, String externalId, ObjectNode patch) {

    private static final int LONGEST_SOURCE = 100;
    private static final int LONGEST_ID = 200;

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

    /** What can be looked for before the item is read as a whole; null if there is no such text. */
    static @Nullable String text(JsonNode item, String field) {
        var text = item.path(field);
        return text.isTextual() && StrictJson.isAskable(text.asText())
                ? text.asText().strip()
                : null;
    }

    /**
     * @throws Refusal 400 with what is wrong with its key
     */
    static ClientItem of(JsonNode item, String pointer) {
        if (!(item instanceof ObjectNode object)) {
            throw Refusal.invalidField(pointer, "must be an object");
        }
        var tenant = tenantOf(item)
                .orElseThrow(() -> Refusal.invalidField(
                        pointer + "/tenantId", "must be a GUID such as 8bb6f14a-714e-4fdc-89f6-05418818a00b"));
        var source = required(item, "source", LONGEST_SOURCE, pointer);
        var externalId = required(item, "externalId", LONGEST_ID, pointer);
        var patch = object.deepCopy();
        patch.remove(List.of("tenantId", "source", "externalId"));
        return new ClientItem(tenant, source, externalId, inOurWords(patch, pointer));
    }

    /** The item that a PUT is: its key stands in the address. */
    static ClientItem of(UUID tenant, String source, String externalId, ObjectNode content) {
        return new ClientItem(tenant, source.strip(), externalId.strip(), inOurWords(content.deepCopy(), ""));
    }

    /** Its key as an upsert has it, to be looked up. */
    JsonNode key() {
        return patch.objectNode().put("source", source).put("externalId", externalId);
    }

    private static String required(JsonNode item, String field, int longest, String pointer) {
        var text = text(item, field);
        if (text == null || text.isEmpty() || text.length() > longest || !text.matches("[^\\x00-\\x1f\\x7f]*")) {
            throw Refusal.invalidField(pointer + "/" + field, "must be one line of 1 to " + longest + " characters");
        }
        return text;
    }

    /** {@code account} is a list of one, and {@code version} what CMDB exports call the product's; ours is the resource's. */
    private static ObjectNode inOurWords(ObjectNode patch, String pointer) {
        if (patch.path("version").isTextual() && !patch.has("productVersion")) {
            patch.set("productVersion", patch.remove("version"));
        }
        return ClientPatch.withAccounts(patch, pointer);
    }
}
