package dev.cutoff.timeline.programme;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A programme with what was announced about it. */
@Schema(
        name = "Programme",
        description = "A vendor's retirement, with what was announced about it",
        requiredProperties = {"id", "title", "checkedOn", "warning", "knownOn", "revisions", "catalogueVersion"})
record ProgrammeView(
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

        @Schema(description = "The day by whose end the revisions were known", examples = "2022-09-15")
        LocalDate knownOn,

        @Schema(description = "What was announced by then, oldest first; the last one holds")
        List<RevisionView> revisions,

        @Schema(description = "Version of the catalogue that this comes from", examples = "3")
        long catalogueVersion) {}
