package dev.cutoff.inventory.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What is known of two clients that are one. Field by field counts what a person has said, then what the client that stays has, then what
 * the other has; but what a source has declared counts more than what evidence shows. Lists are put together.
 *
 * @param content as an object
 * @param personFields fields of it that a person has set
 * @param fieldSources by field, the source that has set it
 */
record ClientUnion(ObjectNode content, Set<String> personFields, Map<String, String> fieldSources) {

    static ClientUnion of(ObjectMapper json, StoredClient stays, StoredClient goes) {
        var first = stays.isDiscovered() && !goes.isDiscovered() ? goes : stays;
        var second = first == stays ? goes : stays;
        ObjectNode content = json.valueToTree(first.content());
        ObjectNode other = json.valueToTree(second.content());
        var people = new TreeSet<>(first.personFields());
        var sources = new TreeMap<>(first.fieldSources());
        Predicate<String> isTaken = field -> isNothing(content.path(field)) && !people.contains(field)
                || second.personFields().contains(field)
                        && !first.personFields().contains(field);
        other.fieldNames().forEachRemaining(field -> {
            if (content.get(field) instanceof ArrayNode list) {
                content.set(field, together(json, list, other.path(field)));
            } else if (isTaken.test(field)) {
                content.set(field, other.get(field));
                if (second.personFields().contains(field)) {
                    people.add(field);
                }
                if (second.fieldSources().containsKey(field)) {
                    sources.put(field, second.fieldSources().get(field));
                }
            }
        });
        return new ClientUnion(content, people, sources);
    }

    private static boolean isNothing(JsonNode value) {
        return value.isNull() || value.asText().equals("unknown");
    }

    private static ArrayNode together(ObjectMapper json, ArrayNode one, JsonNode other) {
        var all = new LinkedHashSet<JsonNode>();
        one.forEach(all::add);
        other.forEach(all::add);
        return json.createArrayNode().addAll(all);
    }
}
