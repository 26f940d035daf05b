package dev.cutoff.inventory.evidence;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A record that was not taken. */
@Schema(description = "A record that was not taken, and why")
record ImportError(
        @NotNull @Schema(description = "Line on which the record begins, from 1", examples = "218")
        long line,

        @Nullable @Schema(
                description =
                        "Name of the column or field, as the format calls it; null if it is the record as a whole",
                examples = "Date (UTC)",
                nullable = true)
        String column,

        @NotNull @Schema(description = "What is wrong with it", examples = "is not a time such as 2022-08-19T20:22:36.2158120Z")
        String reason,

        @Nullable @Schema(
                description = "What stood there, cut short after 100 characters",
                examples = "yesterday",
                nullable = true)
        String value) {}
