package dev.cutoff.commons.audit;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One change of a resource, as the trail has it. */
@Schema(description = "One change of a resource, as the audit trail has it")
public record HistoryEntry(
        @NotNull @Schema(description = "Rises with every entry of the trail", examples = "4711")
        long id,

        @NotNull @Schema(description = "When it was recorded, UTC", examples = "2026-11-22T08:00:00Z")
        Instant at,

        @NotNull @Schema(
                description = "Who: the subject of the token, or the job",
                examples = "e1f7b2b4-0a3c-4f5e-9f0a-1f2f6f7f1c11")
        String actor,

        @NotNull @Schema(description = "What was done", examples = "updated")
        String action,

        @Nullable @Schema(
                description = "Why, in the words of the request; null if it gave none",
                examples = "CHG0031337",
                nullable = true)
        String reason,

        @NotNull @Schema(description = "Fields that are different", examples = "[\"location\", \"version\"]")
        List<String> changed,

        @Nullable @Schema(
                description =
                        "As it was; null if it was new. Of what followed from something else, only what it is worked out from",
                type = SchemaType.OBJECT,
                nullable = true)
        Object before,

        @Nullable @Schema(description = "As it was then; null if it was gone", type = SchemaType.OBJECT, nullable = true)
        Object after) {

    static List<String> changed(@Nullable JsonNode before, @Nullable JsonNode after) {
        var names = new TreeSet<String>();
        if (before != null && after != null) {
            before.fieldNames().forEachRemaining(names::add);
            after.fieldNames().forEachRemaining(names::add);
            names.removeIf(name -> Objects.equals(before.get(name), after.get(name)));
        }
        return List.copyOf(names);
    }
}
