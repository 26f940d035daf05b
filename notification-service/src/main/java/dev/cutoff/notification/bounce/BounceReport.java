package dev.cutoff.notification.bounce;

import dev.cutoff.notification.reach.BounceKind;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One bounce as a caller reports it. */
@Schema(
        description =
                "A mail that did not arrive. One of `recipient`, `noticeId`, `messageId` and `envelopeId` says whose; more than one must agree")
record BounceReport(
        @Nullable @Size(max = 254) @Schema(
                description = "Mail address that it was for; alone, it counts for the person and for no notice",
                examples = "nao.kato@contoso.example",
                nullable = true)
        String recipient,

        @Nullable @Schema(
                description = "The notice that did not arrive",
                examples = "5b0a3c8e-6b3f-4d52-9a4e-1c3d6f1b2a90",
                nullable = true)
        UUID noticeId,

        @Nullable @Size(max = 500) @Schema(
                description = "Message-ID of the mail, with or without its angle brackets",
                examples = "<mfrggzdfmztwq2lk@cutoff.example>",
                nullable = true)
        String messageId,

        @Nullable @Size(max = 100) @Schema(
                description = "ENVID that went with the mail, where the mail server takes one: the id of the notice",
                examples = "5b0a3c8e-6b3f-4d52-9a4e-1c3d6f1b2a90",
                nullable = true)
        String envelopeId,

        @NotNull @Schema(description = "How lasting it is") BounceKind kind,

        @Nullable @Pattern(regexp = "[245]\\.\\d{1,3}\\.\\d{1,3}", message = "must be an enhanced status code such as 5.1.1") @Schema(description = "Enhanced status code (RFC 3463), if there is one", examples = "5.1.1", nullable = true)
        String status,

        @Nullable @Size(max = 2000) @Schema(
                description = "What the mail server said; kept are the first 500 characters",
                examples = "550 5.1.1 nao.kato@contoso.example: no such user",
                nullable = true)
        String diagnostic,

        @Nullable @Schema(
                description =
                        "When; now unless stated, and never later. The same one again, by notice or by this moment, counts once",
                examples = "2022-09-16T00:05:00Z",
                nullable = true)
        Instant at) {}
