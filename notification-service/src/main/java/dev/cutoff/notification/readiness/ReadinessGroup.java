package dev.cutoff.notification.readiness;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How far the affected clients of one group have come. */
@Schema(
        name = "Readiness",
        description =
                "How far affected clients have come. A client is affected if something that it uses stops soon enough that it is told of, on a day or"
                        + " in a window. Each counts at one stage, the first seven figures, which add up to `clients`; beside them stand the"
                        + " figures of all that have come at least as far")
record ReadinessGroup(
        @Nullable @Schema(description = "By what is counted; null if all is in one", nullable = true)
        GroupBy groupBy,

        @Nullable @Schema(
                description =
                        "What the group has in common: an id, a name, an address, the Monday of a week. Null if all is in one; of owners null for"
                                + " clients that nobody answers for",
                examples = "8bb6f14a-714e-4fdc-89f6-05418818a00b",
                nullable = true)
        String value,

        @Nullable @Schema(
                description = "What people call it, of a tenant or an owner; else null",
                examples = "Contoso",
                nullable = true)
        String name,

        @NotNull @Schema(description = "Affected clients", examples = "95")
        long clients,

        @NotNull @Schema(description = "Nobody has been told: no mail server has taken a mail about it yet", examples = "4")
        long nobody,

        @NotNull @Schema(description = "Told, but mail reaches none of those who were", examples = "1")
        long told,

        @NotNull @Schema(
                description = "Told to somebody whom mail reaches, as far as is known, and not answered",
                examples = "30")
        long reached,

        @NotNull @Schema(
                description =
                        "Answered, but not in a way that makes it ready in time: not theirs, help is needed, planned too late, or said to be done"
                                + " and seen in use since",
                examples = "5")
        long answered,

        @NotNull @Schema(description = "Planned for a day that is in time", examples = "15")
        long planned,

        @NotNull @Schema(description = "Said to be done, and nothing speaks against it", examples = "10")
        long done,

        @NotNull @Schema(
                description =
                        "Evidence shows that it has moved on, or it is retired or excepted; silence is never that",
                examples = "30")
        long verified,

        @NotNull @Schema(description = "Told or further", examples = "91")
        long atLeastTold,

        @NotNull @Schema(description = "Reached or further", examples = "90")
        long atLeastReached,

        @NotNull @Schema(description = "Answered or further", examples = "60")
        long atLeastAnswered,

        @NotNull @Schema(description = "Planned in time or further", examples = "55")
        long atLeastPlanned,

        @NotNull @Schema(description = "Done or verified", examples = "40")
        long atLeastDone) {

    /** Columns of a query over rows with the seven stages. */
    static final String COLUMNS = """
            nullif(in_common, '') as value, name, clients, nobody, told, reached, answered, planned, done, verified,
            clients - nobody as at_least_told, clients - nobody - told as at_least_reached,
            clients - nobody - told - reached as at_least_answered, planned + done + verified as at_least_planned,
            done + verified as at_least_done""";
}
