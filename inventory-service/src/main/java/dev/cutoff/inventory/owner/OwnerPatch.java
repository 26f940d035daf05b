package dev.cutoff.inventory.owner;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cutoff.commons.json.MergePatch;
import dev.cutoff.commons.json.StrictJson;
import dev.cutoff.commons.problem.Refusal;
import jakarta.inject.Singleton;
import jakarta.validation.Validator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Changes the content of an owner by a JSON merge patch, whichever way the patch came in. */
@Singleton
class OwnerPatch {

    private static final List<String> PEOPLE = List.of("deputy", "manager");
    private static final String ANYBODY = "anybody@example.com";

    private final ObjectMapper json;
    private final Validator validator;

    OwnerPatch(ObjectMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    /**
     * @param before the owner as it is; null if there is none yet
     * @param pointer where the patch stands in the body
     * @throws Refusal 400 with all that is wrong
     */
    OwnerContent apply(@Nullable Owner before, JsonNode patch, String pointer) {
        var content = before == null ? json.createObjectNode() : json.<ObjectNode>valueToTree(before.content());
        PEOPLE.forEach(field -> dropIfSomebodyElse(content, patch, field));
        return StrictJson.read(json, validator, MergePatch.apply(content, patch), OwnerContent.class, pointer);
    }

    /** @throws Refusal 400 with all that is wrong with the patch, whoever it is of */
    void require(JsonNode patch) {
        var anybody = json.createObjectNode().put("email", ANYBODY);
        PEOPLE.forEach(field -> anybody.putObject(field).put("email", ANYBODY));
        StrictJson.read(json, validator, MergePatch.apply(anybody, patch), OwnerContent.class, "");
    }

    /** Another address is another person: a name that was stated of the one before must not greet them. */
    private static void dropIfSomebodyElse(ObjectNode content, JsonNode patch, String field) {
        var named = patch.path(field).path("email");
        if (named.isTextual()
                && !content.path(field).path("email").asText().equals(OwnerContent.lowerCase(named.asText()))) {
            content.remove(field);
        }
    }
}
