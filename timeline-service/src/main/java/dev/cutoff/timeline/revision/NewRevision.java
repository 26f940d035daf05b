package dev.cutoff.timeline.revision;

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
                description = "What it says, in a sentence or two",
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

    /** @throws Refusal 400 if its parts do not go together */
    Revision revision() {
        try {
            return new Revision(announced, sequence, zone, source, summary, moved, voids, rules);
        } catch (IllegalArgumentException e) {
            throw Refusal.invalidField("", String.valueOf(e.getMessage()));
        }
    }
}
