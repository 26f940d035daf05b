package dev.cutoff.timeline.revision;

import dev.cutoff.timeline.rule.AuthMethod;
import dev.cutoff.timeline.rule.Cutoff;
import dev.cutoff.timeline.rule.ExemptionKind;
import dev.cutoff.timeline.rule.ExemptionStatus;
import dev.cutoff.timeline.rule.Part;
import dev.cutoff.timeline.rule.Protocol;
import dev.cutoff.timeline.rule.State;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a revision would change for one tenant and one protocol. */
@Schema(
        description = "What the revision would change for one tenant, protocol and auth method",
        requiredProperties = {
            "tenantId",
            "programme",
            "protocol",
            "authMethod",
            "qualifier",
            "part",
            "before",
            "after",
            "why",
            "exemptions"
        })
record RevisionDifference(
        @Schema(description = "Tenant that it concerns", examples = "8bb6f14a-714e-4fdc-89f6-05418818a00b")
        UUID tenantId,

        @Schema(description = "Programme that it is about", examples = "smtp-auth-basic")
        String programme,

        @Schema(description = "What is retired") Protocol protocol,

        @Schema(description = "Auth method that is retired") AuthMethod authMethod,

        @Nullable @Schema(
                description = "The part of it that is meant; null for all of it",
                examples = "below 16.1",
                nullable = true)
        String qualifier,

        @Nullable @Schema(description = "The same for machines; null for all of it", nullable = true)
        Part part,

        @Schema(description = "What holds without it") Side before,

        @Schema(description = "What would hold with it") Side after,

        @Schema(
                description = "What moves and why, in words",
                examples = "The cutoff moves from 2025-09-01 to 2026-03-01 .. 2026-04-30 (MC786329).")
        String why,

        @Schema(description = "Exemptions of the tenant for this protocol of which something else would become")
        List<ExemptionDifference> exemptions) {

    /** What holds for the line on one side of the difference. */
    @Schema(
            name = "DifferenceSide",
            description = "What holds for the line now, by the catalogue without the revision or with it",
            requiredProperties = {"state", "until", "cutoff", "decisionBy", "possible", "revision", "rule"})
    record Side(
            @Schema(description = "What holds now") State state,

            @Nullable @Schema(
                    description = "First moment at which it no longer will; null if nothing is known to end it",
                    examples = "2025-09-01T00:00:00Z",
                    nullable = true)
            Instant until,

            @Schema(description = "When it stops") Cutoff cutoff,

            @Nullable @Schema(
                    description =
                            "Last day on which a decision of the tenant still changes the cutoff; null if none does",
                    examples = "2022-09-30",
                    nullable = true)
            LocalDate decisionBy,

            @Schema(description = "What the tenant may ask for now")
            List<ExemptionKind> possible,

            @Nullable @Schema(
                    description = "Revision that holds, inside its programme; null if none does",
                    examples = "2024-04-15",
                    nullable = true)
            String revision,

            @Nullable @Schema(description = "Rule of it that holds; null if none does", examples = "all", nullable = true)
            String rule) {}

    /** What becomes of an exemption on both sides. */
    @Schema(
            description = "An exemption of which something else would become",
            requiredProperties = {
                "id",
                "kind",
                "statusBefore",
                "statusAfter",
                "effectiveUntilBefore",
                "effectiveUntilAfter",
                "why"
            })
    record ExemptionDifference(
            @Schema(description = "Id of the exemption", examples = "5f1ad3cf-a10c-4a0a-b0e1-d4e38ef3c28d")
            UUID id,

            @Schema(description = "What it is") ExemptionKind kind,

            @Schema(description = "What has become of it without the revision")
            ExemptionStatus statusBefore,

            @Schema(description = "What would have become of it")
            ExemptionStatus statusAfter,

            @Nullable @Schema(
                    description = "First moment at which it no longer works; null if nothing ends it",
                    examples = "2022-09-01T00:00:00Z",
                    nullable = true)
            Instant effectiveUntilBefore,

            @Nullable @Schema(
                    description = "The same with the revision; null if nothing ends it",
                    examples = "2023-01-01T00:00:00Z",
                    nullable = true)
            Instant effectiveUntilAfter,

            @Schema(description = "Why, in words", examples = "Voided by MC424238: it must be asked for again.")
            String why) {}

    /** For the contract only. */
    @Schema(
            name = "RevisionDifferences",
            description = "A page of what the revision would change, by tenant and protocol",
            requiredProperties = {"items", "next"})
    record Answer(
            @Schema(description = "What would change; what stays as it is, is not listed")
            List<RevisionDifference> items,

            @Nullable @Schema(
                    description =
                            "Send it as `cursor`, with the same body, to get the next page; null on the last page",
                    examples = "WyJhMWIyIiwiY29udG9zbyJd",
                    nullable = true)
            String next) {}
}
