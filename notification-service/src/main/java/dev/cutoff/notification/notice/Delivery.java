package dev.cutoff.notification.notice;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An attempt to send a notice, as it is shown. */
@Schema(description = "An attempt to send a notice, and what became of it")
public record Delivery(
        @NotNull @Schema(description = "Id of the attempt; later ones are higher", examples = "1207")
        long id,

        @NotNull @Schema(
                description = "The notice; its preview is the text that was sent",
                examples = "5b0a3c8e-6b3f-4d52-9a4e-1c3d6f1b2a90")
        UUID noticeId,

        @NotNull @Schema(description = "Which attempt at this notice, from 1", examples = "1")
        int attempt,

        @NotNull @Schema(description = "Mail address of the person", examples = "nao.kato@contoso.example")
        String recipient,

        @NotNull @Schema(description = "Day of the notice", examples = "2022-09-16")
        LocalDate day,

        @Nullable @Schema(
                description = "Message-ID of the mail; null if it came to none",
                examples = "<mfrggzdfmztwq2lk@cutoff.example>",
                nullable = true)
        String messageId,

        @NotNull @Schema(description = "Transport on which it went", examples = "default")
        String transport,

        @NotNull @Schema(
                description = "When it began: real time, also where the clock is simulated",
                examples = "2022-09-16T00:01:08Z")
        Instant startedAt,

        @Nullable @Schema(
                description = "When it ended, in real time; null while it goes on",
                examples = "2022-09-16T00:01:09Z",
                nullable = true)
        Instant endedAt,

        @NotNull @Schema(description = "How far it came") Phase phase,

        @Nullable @Schema(
                description = "What became of it, in the words of the parameter `outcome`; null while it goes on",
                implementation = String.class,
                nullable = true,
                examples = "accepted")
        Outcome outcome,

        @Nullable @Schema(
                description = "Last reply code of the mail server; null if there was none",
                examples = "250",
                nullable = true)
        Integer smtpCode,

        @Nullable @Schema(
                description = "Last reply of the mail server, cut short; null if there was none",
                examples = "250 2.0.0 Ok: queued as 4F2A1",
                nullable = true)
        String reply) {}
