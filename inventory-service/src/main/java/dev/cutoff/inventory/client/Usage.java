package dev.cutoff.inventory.client;

import dev.cutoff.inventory.silence.Migration;
import dev.cutoff.inventory.silence.MigrationReason;
import dev.cutoff.inventory.vocabulary.AuthMethod;
import dev.cutoff.inventory.vocabulary.Protocol;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What an account uses. */
@Schema(description = "An account speaks a protocol with an auth method")
record Usage(
        @NotNull @Schema(description = "Tenant of the account", examples = "8bb6f14a-714e-4fdc-89f6-05418818a00b")
        UUID tenantId,

        @NotNull @Schema(
                description = "Address of the account, as it was last seen; of an app, its app id",
                examples = "scanner1@contoso.example")
        String account,

        @NotNull Protocol protocol,

        @NotNull AuthMethod authMethod,

        @Nullable @Schema(
                description = "What tells usages of one protocol apart where it matters, such as a version; else null",
                examples = "14.1",
                nullable = true)
        String qualifier,

        @NotNull @Schema(
                description = "Clients behind it; several where they share the account",
                examples = "[\"0f0d5d1e-6f3a-8c55-9a57-5f8a4f0f6a11\"]")
        List<UUID> clientIds,

        @NotNull Migration migration,

        @NotNull MigrationReason migrationReason,

        @NotNull @Schema(description = "Sign-ins that succeeded", examples = "7")
        long successes,

        @NotNull @Schema(description = "Sign-ins that Conditional Access or security defaults blocked", examples = "0")
        long blocked,

        @NotNull @Schema(description = "Sign-ins that failed otherwise: attempts, which are not use", examples = "2")
        long failures,

        @Nullable @Schema(
                description = "First success that evidence has; null without any",
                examples = "2022-08-02T11:50:38.294871Z",
                nullable = true)
        Instant firstSeen,

        @Nullable @Schema(
                description = "Last success that evidence has; null without any",
                examples = "2022-08-28T00:46:41.004796Z",
                nullable = true)
        Instant lastSeen,

        @Nullable @Schema(
                description =
                        "What keeps the account from it: a switch that is off on the mailbox, or for the organisation where the mailbox"
                                + " has none of its own, and that no success has outlived; else Conditional Access or security defaults, if one of them stopped its"
                                + " last sign-in with an outcome; else null",
                nullable = true)
        BlockedBy blockedBy,

        @NotNull @Schema(
                description =
                        "What the latest report of each source says; never added to the sign-ins. A report alone makes a usage without"
                                + " successes")
        List<Reported> reports) {

    /** A figure of a report. */
    @Schema(name = "ReportedUsage", description = "What a report of the vendor says of the usage")
    record Reported(
            @NotNull @Schema(description = "Which report", examples = "smtp-auth-clients")
            String source,

            @NotNull @Schema(description = "Day to which it speaks", examples = "2026-11-21")
            LocalDate asOf,

            @NotNull @Schema(description = "Messages sent, or calls made", examples = "441")
            long count,

            @Nullable @Schema(
                    description = "What it is a part of: the SOAP action; of SMTP, the share of old TLS versions",
                    examples = "SyncFolderItems",
                    nullable = true)
            String detail,

            @Nullable @Schema(
                    description = "Day of the last activity, if the report says",
                    examples = "2026-11-14",
                    nullable = true)
            LocalDate lastActivity,

            @NotNull @Schema(
                    description =
                            "Whether the report says by which method. If not, the figure is of all methods of the account together, and"
                                    + " stands on each that sign-ins have shown; on a usage with an unknown method only if they have shown"
                                    + " none")
            boolean methodStated) {}
}
