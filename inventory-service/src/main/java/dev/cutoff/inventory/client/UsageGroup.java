package dev.cutoff.inventory.client;

import dev.cutoff.inventory.vocabulary.AuthMethod;
import dev.cutoff.inventory.vocabulary.ClientKind;
import dev.cutoff.inventory.vocabulary.Protocol;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Usages that have something in common, counted. */
@Schema(
        description =
                "Usages that have in common what `groupBy` names; of the rest of the first seven fields nothing is said: null")
record UsageGroup(
        @Nullable @Schema(
                description = "Their tenant, if they are grouped by it",
                examples = "8bb6f14a-714e-4fdc-89f6-05418818a00b",
                nullable = true)
        UUID tenantId,

        @Nullable @Schema(description = "Their protocol, if they are grouped by it", nullable = true)
        Protocol protocol,

        @Nullable @Schema(description = "Their auth method, if they are grouped by it", nullable = true)
        AuthMethod authMethod,

        @Nullable @Schema(
                description = "Status of a client behind them, if they are grouped by it; null also where no client is",
                nullable = true)
        ClientStatus status,

        @Nullable @Schema(
                description =
                        "Who answers for a client behind them, if they are grouped by it; null also where nobody does",
                nullable = true)
        ClientOwner owner,

        @Nullable @Schema(
                description = "Kind of a client behind them, if they are grouped by it; null also where no client is",
                nullable = true)
        ClientKind kind,

        @Nullable @Schema(
                description =
                        "Monday of the week, in UTC, in which they were last seen, if they are grouped by it; null also for"
                                + " those without a success",
                examples = "2022-08-29",
                nullable = true)
        LocalDate week,

        @NotNull @Schema(
                description =
                        "How many usages. One that has clients of two owners, kinds or states counts with each of them",
                examples = "12")
        long usages,

        @NotNull @Schema(description = "Their sign-ins that succeeded", examples = "840")
        long successes,

        @NotNull @Schema(description = "Their sign-ins that Conditional Access or security defaults blocked", examples = "0")
        long blocked,

        @NotNull @Schema(description = "Their sign-ins that failed otherwise", examples = "31")
        long failures,

        @Nullable @Schema(
                description = "First success among them; null without any",
                examples = "2022-08-02T11:50:38.294871Z",
                nullable = true)
        Instant firstSeen,

        @Nullable @Schema(
                description = "Last success among them; null without any",
                examples = "2022-08-28T00:46:41.004796Z",
                nullable = true)
        Instant lastSeen) {}
