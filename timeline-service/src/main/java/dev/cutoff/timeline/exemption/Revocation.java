package dev.cutoff.timeline.exemption;

import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The tenant takes an exemption back. */
@Schema(description = "The tenant takes an exemption back, or it was recorded by mistake")
record Revocation(
        @Nullable @Size(max = 500) @Schema(description = "Why, for the audit trail", examples = "Recorded for the wrong tenant", nullable = true)
        String reason) {}
