package dev.cutoff.timeline.exemption;

import dev.cutoff.timeline.Past;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The tenant takes an exemption back.
 *
 * @param revokedAt now unless stated
 */
@Schema(description = "The tenant takes an exemption back, or it was recorded by mistake")
record Revocation(
        @Nullable @Schema(
                description =
                        "When it was taken back; now unless stated. May be past, as people write down later what they did in a portal",
                examples = "2022-11-05T10:00:00Z",
                nullable = true)
        Instant revokedAt,

        @Nullable @Size(max = 500) @Schema(description = "Why, for the audit trail", examples = "Recorded for the wrong tenant", nullable = true)
        String reason) {

    Revocation {
        revokedAt = Past.keptIfTold(revokedAt);
    }
}
