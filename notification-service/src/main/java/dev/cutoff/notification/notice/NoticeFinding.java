package dev.cutoff.notification.notice;

import dev.cutoff.notification.affected.Finding;
import dev.cutoff.notification.ladder.Reason;
import dev.cutoff.notification.reminder.Reminder;
import dev.cutoff.notification.reminder.Status;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A finding in a notice, as it is shown. */
@Schema(description = "What evidence does not show, as the notice tells it")
public record NoticeFinding(
        @NotNull @Schema(description = "Tenant that it is about", examples = "8bb6f14a-714e-4fdc-89f6-05418818a00b")
        UUID tenantId,

        @NotNull @Schema(description = "Protocol of which it does not", examples = "imap")
        String protocol,

        @NotNull Finding.Kind kind,

        @Nullable @Schema(
                description = "Source of evidence; null if it is about none by itself",
                examples = "sign-in-log",
                nullable = true)
        String source,

        @NotNull @Schema(description = "Why it is told, or no longer")
        Reason reason,

        @NotNull @Schema(description = "How far it has come")
        Status status) {

    static NoticeFinding of(Reminder reminder) {
        var finding = Finding.Key.parse(String.valueOf(reminder.qualifier()));
        return new NoticeFinding(
                reminder.tenantId(),
                reminder.protocol(),
                finding.kind(),
                finding.source().isEmpty() ? null : finding.source(),
                reminder.reason(),
                reminder.state());
    }
}
