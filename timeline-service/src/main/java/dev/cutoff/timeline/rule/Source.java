package dev.cutoff.timeline.rule;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Where a revision comes from.
 *
 * @param message id of the Message Center post; null if there was none
 * @param confidence how well the content is sourced
 * @param dayConfidence how well the day of the announcement is; that of the content unless stated
 */
@Schema(
        description = "Where a revision comes from",
        requiredProperties = {"message", "title", "confidence", "dayConfidence", "references"})
public record Source(
        @Nullable @Schema(description = "Id of the Message Center post", examples = "MC424238", nullable = true)
        String message,

        @Schema(
                description = "Title of the announcement",
                examples = "Basic Authentication Deprecation in Exchange Online: September 2022 Update")
        String title,

        @Schema(description = "How well the content is sourced")
        Confidence confidence,

        @Schema(description = "How well the day of the announcement is sourced")
        Confidence dayConfidence,

        @Schema(description = "Where to read it") List<String> references) {

    public Source {
        Words.required(title, "title");
        Words.required(confidence, "confidence");
        dayConfidence = dayConfidence == null ? confidence : dayConfidence;
        references = references == null ? List.of() : List.copyOf(references);
    }

    /** The shortest name that a reader can look up. */
    String name() {
        return message == null ? title : message;
    }
}
