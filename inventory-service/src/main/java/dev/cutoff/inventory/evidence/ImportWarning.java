package dev.cutoff.inventory.evidence;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Something about rows that were taken, which somebody should look at. */
@Schema(description = "Something about rows that were taken, which somebody should look at")
record ImportWarning(
        @NotNull @Schema(description = "What it is", examples = "unknown-client-app")
        String warning,

        @NotNull @Schema(description = "The value that it is about", examples = "Fancy Mail")
        String value,

        @NotNull @Schema(description = "In how many rows", examples = "3")
        long count) {

    static final String UNKNOWN_CLIENT_APP = "unknown-client-app";
}
