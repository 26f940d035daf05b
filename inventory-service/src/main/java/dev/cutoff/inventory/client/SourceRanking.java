package dev.cutoff.inventory.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Whose word about a field of a client counts: a person's, then that of the higher source, then the last. */
@Singleton
class SourceRanking {

    private final List<String> ranking;

    SourceRanking(ClientsConfig config) {
        this.ranking = config.sourceRanking().orElse(List.of());
    }

    /**
     * Takes out of a patch what the source may not change: what a person or a higher source has set to something else.
     *
     * @param before content of the client as it is
     * @param wanted content as the whole patch would have it
     * @return the names of the fields that were taken out, in their order
     */
    List<String> withhold(ObjectNode patch, JsonNode before, JsonNode wanted, StoredClient client, String source) {
        var withheld = new TreeSet<String>();
        patch.fieldNames().forEachRemaining(field -> {
            var isHeld = client.personFields().contains(field)
                    || outranks(client.fieldSources().get(field), source);
            if (isHeld && !wanted.path(field).equals(before.path(field))) {
                withheld.add(field);
            }
        });
        // The reason for a status goes with it.
        if (withheld.contains(ClientPatch.STATUS) && patch.has(ClientPatch.STATUS_REASON)) {
            withheld.add(ClientPatch.STATUS_REASON);
        }
        patch.remove(withheld);
        return List.copyOf(withheld);
    }

    private boolean outranks(@Nullable String holder, String source) {
        return holder != null && rank(holder) < rank(source);
    }

    private int rank(String source) {
        var place = ranking.indexOf(source);
        return place < 0 ? ranking.size() : place;
    }

    /** By field, the source that has set it, once this one has changed what the patch names. What was the same already stays whose it was. */
    static Map<String, String> after(
            JsonNode patch, JsonNode before, JsonNode after, Map<String, String> sources, String source) {
        var result = new HashMap<>(sources);
        patch.fieldNames().forEachRemaining(field -> {
            if (after.path(field).isNull()) {
                result.remove(field);
            } else if (!after.path(field).equals(before.path(field)) || !sources.containsKey(field)) {
                result.put(field, source);
            }
        });
        return result;
    }
}
