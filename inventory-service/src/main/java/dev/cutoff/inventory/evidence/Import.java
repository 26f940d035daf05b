package dev.cutoff.inventory.evidence;

import dev.cutoff.inventory.evidence.format.FormatName;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An import as it stands. */
@Schema(description = "An import: rows = accepted + known + ignored + rejected once it has succeeded")
record Import(
        @NotNull @Schema(description = "Id of the import", examples = "5d0c1f6e-0b4f-4f57-9d3c-3b0f3f8b7a10")
        UUID id,

        @NotNull @Schema(description = "Tenant whose evidence it is", examples = "8bb6f14a-714e-4fdc-89f6-05418818a00b")
        UUID tenantId,

        @NotNull ImportStatus status,

        @NotNull FormatName format,

        @NotNull @Schema(
                description =
                        "Day to which a report speaks that does not say so itself: given with it, or the day it was sent",
                examples = "2026-11-21")
        LocalDate asOf,

        @NotNull @Schema(description = "Whether it only says what would become of it", examples = "false")
        boolean dryRun,

        @Nullable @Schema(description = "Of a dry run that has succeeded, what would be different; else null", nullable = true)
        Difference difference,

        @NotNull @Schema(description = "Length of the body", examples = "420118")
        long bytes,

        @NotNull @Schema(description = "Records in the body", examples = "512")
        long rows,

        @NotNull @Schema(
                description = "Sign-ins that were new; of a list, items that created or changed something",
                examples = "480")
        long accepted,

        @NotNull @Schema(
                description = "Sign-ins that had been counted before; of a list, items that changed nothing",
                examples = "20")
        long known,

        @NotNull @Schema(description = "Sign-ins of guests, whom another tenant answers for", examples = "11")
        long ignored,

        @NotNull @Schema(description = "Records that were not taken; each is listed among the errors", examples = "1")
        long rejected,

        @NotNull @Schema(description = "What somebody should look at although it was taken")
        List<ImportWarning> warnings,

        @Nullable @Schema(
                description = "Why it failed, and what to do; null unless it has",
                examples =
                        "The JSON breaks at byte 70114, line 2210, column 3: Unexpected end-of-input. Send the whole of it again",
                nullable = true)
        String failure,

        @NotNull @Schema(description = "When the last byte had arrived", examples = "2022-09-01T06:00:00Z")
        Instant receivedAt,

        @Nullable @Schema(
                description = "When it was done; null while it runs",
                examples = "2022-09-01T06:00:02Z",
                nullable = true)
        Instant finishedAt,

        @Nullable @Schema(
                description = "When it will be done, by the pace of those before it; null once it is done",
                examples = "2022-09-01T06:00:03Z",
                nullable = true)
        Instant estimatedEnd,

        @Nullable @Schema(description = "Pace at which it was merged; null while it runs", examples = "210000", nullable = true)
        Long rowsPerSecond) {}
