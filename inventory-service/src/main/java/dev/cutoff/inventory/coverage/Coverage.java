package dev.cutoff.inventory.coverage;

import dev.cutoff.inventory.vocabulary.Protocol;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is known of one protocol in one tenant, and by whom. */
@Schema(
        description =
                "Which sources spoke of a protocol in a tenant, when and with how much, and what the vendor has counted")
record Coverage(
        @NotNull @Schema(description = "Tenant", examples = "8bb6f14a-714e-4fdc-89f6-05418818a00b")
        UUID tenantId,

        @NotNull Protocol protocol,

        @NotNull @Schema(description = "Whether a source that used to speak of it goes on speaking, of it no more")
        boolean quiet,

        @NotNull @Schema(
                description =
                        "Whether no source has brought anything for twice its usual pause: silence then proves nothing. Exports of devices and"
                                + " switches, which speak of no use, count only where there is nothing else")
        boolean stale,

        @Nullable @Schema(
                description =
                        "First UTC day on which it is stale, if nothing more comes; null if there is no such day, as where only the vendor"
                                + " counted",
                examples = "2023-01-02",
                nullable = true)
        LocalDate staleFrom,

        @Nullable @Schema(
                description = "Month of the counts, as `2022-08`; null without any",
                examples = "2022-08",
                nullable = true)
        String month,

        @Nullable @Schema(
                description = "Accounts that the vendor counted in the month; null if it has not",
                examples = "5",
                nullable = true)
        Integer vendorCount,

        @NotNull @Schema(description = "Accounts that evidence names as successful with Basic in the month", examples = "4")
        int knownCount,

        @Nullable @Schema(
                description = "How many the vendor counts that nobody here has a name for; null if it has not counted",
                examples = "1",
                nullable = true)
        Integer gap,

        @NotNull @Schema(description = "Who spoke of it; empty if only the vendor counted")
        List<Source> sources) {

    /** One source. */
    @Schema(name = "CoverageSource", description = "What one source said of the protocol")
    record Source(
            @NotNull @Schema(
                    description = "Name of the source: `sign-in-log`, or the format of the report or export",
                    examples = "sign-in-log")
            String source,

            @NotNull @Schema(description = "First day that it spoke of the protocol", examples = "2022-08-01")
            LocalDate firstDay,

            @NotNull @Schema(description = "Last day that it spoke of the protocol", examples = "2022-10-13")
            LocalDate lastDay,

            @NotNull @Schema(
                    description =
                            "How many sign-ins it told of; of a report or export, how many accounts, apps or devices, summed over the days"
                                    + " to which it spoke",
                    examples = "812")
            long rows,

            @NotNull @Schema(description = "Last day that it spoke of anything", examples = "2022-10-31")
            LocalDate spokeUntil,

            @NotNull @Schema(
                    description = "When it last brought something, be it nothing new",
                    examples = "2022-11-01T06:00:00Z")
            Instant arrivedAt,

            @NotNull @Schema(description = "Whether it goes on speaking, of this protocol no more")
            boolean quiet,

            @NotNull @Schema(description = "Whether it has brought nothing for twice its usual pause")
            boolean stale,

            @Nullable @Schema(
                    description =
                            "First UTC day on which it is stale, if nothing more comes; null if it has never brought a row",
                    examples = "2023-01-02",
                    nullable = true)
            LocalDate staleFrom) {}
}
