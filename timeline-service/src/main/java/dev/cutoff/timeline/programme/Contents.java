package dev.cutoff.timeline.programme;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cutoff.timeline.rule.Revision;
import jakarta.inject.Singleton;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whether two revisions say the same. What is compared is what they say and not how it is written down: a line break in a sentence, the
 * order of protocols or of steps, and {@code Z} for {@code UTC} are the hand of the writer.
 */
@Singleton
class Contents {

    /**
     * A field in which two revisions differ.
     *
     * @param field JSON pointer into the revision; steps go by their kind, because their order means nothing
     * @param one what the first has there
     * @param other what the second has there
     * @param isWording whether no answer depends on it: names, words, and where they are from
     */
    record Difference(String field, String one, String other, boolean isWording) {}

    private static final Set<String> WORDING =
            Set.of("title", "references", "confidence", "dayConfidence", "summary", "moved", "note", "id");

    /** Lists whose order means nothing. */
    private static final Set<String> SETS =
            Set.of("protocols", "clouds", "licences", "voids", "grants", "values", "references");

    private final ObjectMapper json;

    Contents(ObjectMapper json) {
        this.json = json;
    }

    /** In the order of the fields; empty if both say the same. */
    List<Difference> differences(Revision one, Revision other) {
        var differences = new ArrayList<Difference>();
        compare("", plain("", json.valueToTree(one)), plain("", json.valueToTree(other)), differences);
        return List.copyOf(differences);
    }

    private static void compare(String field, JsonNode one, JsonNode other, List<Difference> differences) {
        if (one.equals(other)) {
            return;
        }
        if (one instanceof ObjectNode && other instanceof ObjectNode) {
            var names = new TreeSet<String>();
            one.fieldNames().forEachRemaining(names::add);
            other.fieldNames().forEachRemaining(names::add);
            names.forEach(name -> compare(field + "/" + name, one.path(name), other.path(name), differences));
            return;
        }
        var name = field.substring(field.lastIndexOf('/') + 1);
        differences.add(new Difference(field, shown(one), shown(other), WORDING.contains(name)));
    }

    private static String shown(JsonNode value) {
        return value.isMissingNode() || value.isNull()
                ? "nothing"
                : value.isTextual() ? value.asText() : value.toString();
    }

    /** The same without the hand of the writer; rules and steps as fields, so that a difference says where it is. */
    private static JsonNode plain(String name, JsonNode node) {
        if (node.isArray()) {
            return switch (name) {
                case "rules" -> rules(node);
                case "phases" -> steps(node);
                default -> SETS.contains(name) ? sorted(node) : node;
            };
        }
        if (node.isObject()) {
            var plain = JsonNodeFactory.instance.objectNode();
            node.propertyStream().forEach(field -> plain.set(field.getKey(), plain(field.getKey(), field.getValue())));
            return plain;
        }
        return node.isTextual() ? JsonNodeFactory.instance.textNode(text(name, node.asText())) : node;
    }

    private static String text(String name, String text) {
        return name.equals("zone")
                ? ZoneId.of(text).normalized().toString()
                : text.strip().replaceAll("\\s+", " ");
    }

    private static ObjectNode rules(JsonNode rules) {
        var plain = JsonNodeFactory.instance.objectNode();
        for (var i = 0; i < rules.size(); i++) {
            plain.set(Integer.toString(i), plain("", rules.get(i)));
        }
        return plain;
    }

    /** One of each kind, and one for each wave: their order means nothing. */
    private static ObjectNode steps(JsonNode steps) {
        var plain = JsonNodeFactory.instance.objectNode();
        steps.valueStream().forEach(step -> {
            var wave = step.path("wave").isTextual() ? "-" + step.path("wave").asText() : "";
            plain.set(step.path("kind").asText() + wave, plain("", step));
        });
        return plain;
    }

    private static JsonNode sorted(JsonNode list) {
        var plain = JsonNodeFactory.instance.arrayNode();
        list.valueStream()
                .map(value -> plain("", value))
                .sorted(Comparator.comparing(JsonNode::toString))
                .forEach(plain::add);
        return plain;
    }
}
