package dev.cutoff.notification.notice;

import dev.cutoff.notification.ladder.Reason;
import dev.cutoff.notification.reminder.Reminder;
import dev.cutoff.notification.reminder.Status;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A call for help in a notice, as it is shown. */
@Schema(description = "Somebody who asks for help with a client, as the notice tells it")
public record NoticeHelp(
        @NotNull @Schema(description = "Tenant of the client", examples = "8bb6f14a-714e-4fdc-89f6-05418818a00b")
        UUID tenantId,

        @NotNull @Schema(description = "The client", examples = "0f0d5d1e-6f3a-4c55-9a57-5f8a4f0f6a11")
        UUID clientId,

        @NotNull @Schema(description = "The answer that says so", examples = "9d2f7c35-5a0e-4b60-9a44-0c9b2f6de201")
        UUID answerId,

        @NotNull @Schema(description = "Why it is told, or no longer")
        Reason reason,

        @NotNull @Schema(description = "How far it has come")
        Status status) {

    static NoticeHelp of(Reminder reminder) {
        return new NoticeHelp(
                reminder.tenantId(),
                reminder.clientId(),
                UUID.fromString(String.valueOf(reminder.qualifier())),
                reminder.reason(),
                reminder.state());
    }
}
