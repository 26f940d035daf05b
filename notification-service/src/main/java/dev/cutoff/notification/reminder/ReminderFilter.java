package dev.cutoff.notification.reminder;

import dev.cutoff.notification.ladder.Reason;
import dev.cutoff.notification.ladder.Topic;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which reminders a list shows. */
record ReminderFilter(
        @Parameter(description = "Only those about this tenant", example = "8bb6f14a-714e-4fdc-89f6-05418818a00b")
        @QueryParam("tenant")
        @Nullable UUID tenant,

        @Parameter(description = "Only those about this client", example = "0f0d5d1e-6f3a-4c55-9a57-5f8a4f0f6a11")
        @QueryParam("client")
        @Nullable UUID client,

        @Parameter(
                description = "Only those for this mail address; `nobody` where there is nobody to tell",
                example = "nao.kato@contoso.example")
        @QueryParam("recipient")
        @Size(max = 254) @Nullable String recipient,

        @Parameter(
                description = "Only those about this programme; one that there is not is 400 with those that there are",
                example = "exchange-online-basic-auth")
        @QueryParam("programme")
        @Size(max = 200) @Nullable String programme,

        @Parameter(description = "Only those about this protocol", example = "imap")
        @QueryParam("protocol")
        @Size(max = 100) @Nullable String protocol,

        @Parameter(description = "Only those that have come this far", example = "cancelled")
        @QueryParam("status")
        @Nullable Status status,

        @Parameter(description = "Only those decided so", example = "resolved") @QueryParam("reason") @Nullable Reason reason,

        @Parameter(description = "Only things of this kind", example = "deadline") @QueryParam("topic") @Nullable Topic topic,

        @Parameter(description = "Only those of this anchor's day or later", example = "2022-10-01")
        @QueryParam("from")
        @Nullable LocalDate from,

        @Parameter(description = "Only those of this anchor's day or earlier", example = "2022-12-31")
        @QueryParam("to")
        @Nullable LocalDate to) {

    @Nullable String person() {
        if (recipient == null) {
            return null;
        }
        return recipient.equals("nobody") ? Family.NOBODY : recipient.toLowerCase(Locale.ROOT);
    }
}
