package dev.cutoff.timeline.exemption;

import dev.cutoff.timeline.Past;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The vendor's confirmation, as a caller tells of it. */
@Schema(description = "The vendor has confirmed an exemption")
record Confirmation(
        @Nullable @Schema(
                description = "When the vendor confirmed it; now unless stated",
                examples = "2022-10-20T09:20:00Z",
                nullable = true)
        Instant confirmedAt,

        @Nullable @Size(max = 200) @Schema(
                description = "What to look it up by; kept as it is if left out",
                examples = "MC437540",
                nullable = true)
        String reference,

        @Nullable @Size(max = 500) @Schema(description = "Why, for the audit trail", examples = "CHG0031337", nullable = true)
        String reason) {

    Confirmation {
        confirmedAt = Past.keptIfTold(confirmedAt);
    }
}
