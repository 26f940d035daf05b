package dev.cutoff.notification.testmail;

import dev.cutoff.notification.notice.Outcome;
import dev.cutoff.notification.notice.Phase;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What became of a test mail. */
@Schema(description = "What became of a test mail")
record TestMail(
        @NotNull @Schema(description = "Where it went", examples = "admin@contoso.example")
        String recipient,

        @NotNull @Schema(description = "On which transport", examples = "default")
        String transport,

        @NotNull @Schema(description = "Its Message-ID", examples = "<test.5b0a3c8e-6b3f-4d52-9a4e-1c3d6f1b2a90@cutoff.example>")
        String messageId,

        @NotNull @Schema(description = "What became of it") Outcome outcome,

        @NotNull @Schema(description = "How far it came") Phase phase,

        @Nullable @Schema(
                description = "Last reply code of the mail server; null if there was none",
                examples = "250",
                nullable = true)
        Integer smtpCode,

        @Nullable @Schema(
                description = "Last reply of the mail server; null if there was none",
                examples = "250 2.0.0 Ok: queued as 4F2A1",
                nullable = true)
        String reply) {}
