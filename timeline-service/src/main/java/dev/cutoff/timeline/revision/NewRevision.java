package dev.cutoff.timeline.revision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cutoff.commons.problem.Refusal;
import dev.cutoff.timeline.rule.ExemptionKind;
import dev.cutoff.timeline.rule.Revision;
import dev.cutoff.timeline.rule.Rule;
import dev.cutoff.timeline.rule.Source;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the vendor announced, as somebody tells of it: in the shape of the catalogue's files. */
@Schema(description = "What the vendor announced on one day. It holds as a whole: repeat in it what still stands")
record NewRevision(
        @NotNull @Schema(description = "Day of the announcement", examples = "2026-01-27")
        LocalDate announced,

        @Nullable @Schema(description = "Tells several of one day apart; 1 unless stated", examples = "1", nullable = true)
        Integer sequence,

        @Nullable @Schema(
                description = "Zone in which its days begin; UTC unless the vendor named one",
                examples = "UTC",
                implementation = String.class,
                nullable = true)
        ZoneId zone,

        @NotNull @Schema(description = "Where it comes from")
        Source source,

        @NotBlank @Size(max = 2000) @Schema(
                description = "What it says, in a sentence or two; the title of its source unless stated",
                examples = "Disabled by default at the end of December 2026; administrators can still enable it.")
        String summary,

        @Nullable @Size(max = 2000) @Schema(
                description = "Which date it moves, from where to where; left out if none",
                examples = "From September 2025 to March and April 2026",
                nullable = true)
        String moved,

        @Nullable @Schema(
                description = "Kinds of exemption obtained before that protect no longer; none unless stated",
                nullable = true)
        List<@NotNull ExemptionKind> voids,

        @NotEmpty @Size(max = 100) @Schema(description = "Its statements; for a tenant, the first that matches holds")
        List<@NotNull Rule> rules) {

    /** What is told in haste, completed: a rule gets a number for a name, and the title is the summary. */
    static JsonNode completed(JsonNode body) {
        if (!(body instanceof ObjectNode told)) {
            return body;
        }
        var whole = told.deepCopy();
        if (!whole.has("summary") && whole.at("/source/title").isTextual()) {
            whole.set("summary", whole.path("source").path("title"));
        }
        for (var i = 0; i < whole.path("rules").size(); i++) {
            if (whole.path("rules").get(i) instanceof ObjectNode rule && !rule.has("id")) {
                rule.put("id", "rule-" + (i + 1));
            }
        }
        return whole;
    }

    /** @throws Refusal 400 if its parts do not go together */
    Revision revision() {
        try {
            return new Revision(announced, sequence, zone, source, summary, moved, voids, rules);
        } catch (IllegalArgumentException e) {
            // What the rules insist on begins with the name of the field.
            var told = String.valueOf(e.getMessage()).split(" ", 2);
            throw Refusal.invalidField("/" + told[0], told[1]);
        }
    }
}
