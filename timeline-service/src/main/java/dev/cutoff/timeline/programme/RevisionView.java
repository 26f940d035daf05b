package dev.cutoff.timeline.programme;

import dev.cutoff.timeline.rule.ExemptionKind;
import dev.cutoff.timeline.rule.Revision;
import dev.cutoff.timeline.rule.Rule;
import dev.cutoff.timeline.rule.Source;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A revision as the API and the feed show it. */
@Schema(
        name = "Revision",
        description = "What the vendor announced on one day; a later one supersedes it",
        requiredProperties = {
            "id",
            "version",
            "programme",
            "announced",
            "sequence",
            "zone",
            "source",
            "summary",
            "moved",
            "voids",
            "rules",
            "recordedAt"
        })
public record RevisionView(
        @Schema(description = "Its name in the feed", examples = "exchange-online-basic-auth@2022-09-01")
        String id,

        @Schema(description = "Always 1: a revision never changes", examples = "1")
        long version,

        @Schema(description = "Programme that it belongs to", examples = "exchange-online-basic-auth")
        String programme,

        @Schema(description = "Day of the announcement", examples = "2022-09-01")
        LocalDate announced,

        @Schema(description = "Tells several of one day apart, from 1", examples = "1")
        int sequence,

        @Schema(description = "Zone in which its days begin", examples = "UTC", implementation = String.class)
        ZoneId zone,

        @Schema(description = "Where it comes from") Source source,

        @Schema(
                description = "What it says, in a sentence or two",
                examples = "Opt out in September, or re-enable once for each protocol.")
        String summary,

        @Nullable @Schema(
                description = "Which date it moved, from where to where; null if none",
                examples = "From the autumn of 2022 to the first week of January 2023, for those who ask",
                nullable = true)
        String moved,

        @Schema(description = "Kinds of exemption obtained before that protect no longer and must be asked for again")
        List<ExemptionKind> voids,

        @Schema(description = "Its statements; for a tenant, the first that matches holds")
        List<Rule> rules,

        @Schema(description = "When it was recorded here", examples = "2026-11-22T08:00:00Z")
        Instant recordedAt) {

    static String idOf(String programme, Revision revision) {
        return programme + "@" + revision.id();
    }

    static RevisionView of(String programme, Revision revision, Instant recordedAt) {
        return new RevisionView(
                idOf(programme, revision),
                1,
                programme,
                revision.announced(),
                revision.sequence(),
                revision.zone(),
                revision.source(),
                revision.summary(),
                revision.moved(),
                revision.voids(),
                revision.rules(),
                recordedAt);
    }
}
