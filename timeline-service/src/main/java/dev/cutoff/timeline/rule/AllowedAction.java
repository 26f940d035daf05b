package dev.cutoff.timeline.rule;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Something that the tenant may or may not do about a line.
 *
 * @param from first moment at which it can be asked for; null if always
 * @param until first moment at which it no longer can; null if always
 * @param channel null if it is not offered at all
 * @param effectiveUntil first moment at which it would no longer hold, if it were asked for now; null where it may not be, or nothing ends it
 */
@Schema(
        description = "Something that the tenant may or may not do",
        requiredProperties = {"action", "allowed", "reason", "from", "until", "channel", "effectiveUntil"})
public record AllowedAction(
        @Schema(description = "What it would be") ExemptionKind action,

        @Schema(description = "Whether it may be asked for at the moment in question")
        boolean allowed,

        @Schema(
                description = "Why, or why not",
                examples = "Opting out is possible from 2022-09-01 to 2022-09-30 only (MC424238).")
        String reason,

        @Nullable @Schema(
                description = "First moment at which it can be asked for; null if there is none, or always",
                examples = "2022-10-01T00:00:00Z",
                nullable = true)
        Instant from,

        @Nullable @Schema(
                description = "First moment at which it no longer can; null if there is none, or never",
                examples = "2023-01-01T00:00:00Z",
                nullable = true)
        Instant until,

        @Nullable @Schema(description = "How to ask for it; null if it is not offered", nullable = true)
        Channel channel,

        @Nullable @Schema(
                description =
                        "First moment at which it would no longer hold, if it were asked for at the moment in question; null if it"
                                + " may not be, or nothing ends it",
                examples = "2023-01-01T00:00:00Z",
                nullable = true)
        Instant effectiveUntil) {}
