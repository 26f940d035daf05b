package dev.cutoff.timeline.programme;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A programme in a list. */
@Schema(
        description = "A vendor's retirement, in a list",
        requiredProperties = {"id", "title", "checkedOn", "warning", "lastAnnounced", "revisions", "catalogueVersion"})
record ProgrammeSummary(
        @Schema(description = "Id of the programme", examples = "exchange-online-basic-auth")
        String id,

        @Schema(description = "What is retired", examples = "Basic authentication in Exchange Online")
        String title,

        @Schema(description = "When it was last compared with what the vendor says", examples = "2026-11-22")
        LocalDate checkedOn,

        @Nullable @Schema(
                description = "Said when that was too long ago to rely on",
                examples = "exchange-online-basic-auth was last checked against the vendor on 2026-10-01, 45 days ago.",
                nullable = true)
        String warning,

        @Nullable @Schema(
                description = "Day of the last announcement that was known; null if none was",
                examples = "2022-09-01",
                nullable = true)
        LocalDate lastAnnounced,

        @Schema(description = "How many there were by then", examples = "3")
        int revisions,

        @Schema(description = "Version of the catalogue that this comes from", examples = "3")
        long catalogueVersion) {}
