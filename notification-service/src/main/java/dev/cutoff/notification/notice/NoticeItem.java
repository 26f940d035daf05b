package dev.cutoff.notification.notice;

import dev.cutoff.notification.ladder.Anchor;
import dev.cutoff.notification.ladder.Reason;
import dev.cutoff.notification.ladder.Topic;
import dev.cutoff.notification.reminder.Family;
import dev.cutoff.notification.reminder.Reminder;
import dev.cutoff.notification.reminder.Role;
import dev.cutoff.notification.reminder.Status;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One reminder in a notice, as it is shown. */
@Schema(description = "One thing that the notice tells")
public record NoticeItem(
        @NotNull @Schema(description = "Tenant that it is about", examples = "8bb6f14a-714e-4fdc-89f6-05418818a00b")
        UUID tenantId,

        @Nullable @Schema(
                description = "Client that it is about; null for a decision, which is about all of them",
                examples = "0f0d5d1e-6f3a-4c55-9a57-5f8a4f0f6a11",
                nullable = true)
        UUID clientId,

        @NotNull @Schema(description = "Programme of the vendor", examples = "exchange-online-basic-auth")
        String programme,

        @NotNull @Schema(description = "Protocol that stops", examples = "imap")
        String protocol,

        @NotNull @Schema(description = "Auth method that stops", examples = "basic")
        String authMethod,

        @Nullable @Schema(
                description = "The part of it that stops, in the words of timeline; null for all of it",
                examples = "below 16.1",
                nullable = true)
        String qualifier,

        @NotNull Topic topic,

        @NotNull @Schema(description = "Days before the anchor's day; -1 is the day after", examples = "7")
        int rung,

        @NotNull @Schema(description = "What the days are counted from")
        Anchor anchor,

        @NotNull @Schema(description = "The anchor's day", examples = "2022-10-20")
        LocalDate anchorDay,

        @NotNull @Schema(description = "As what the person is told")
        Role role,

        @NotNull @Schema(description = "Why it is told, or no longer")
        Reason reason,

        @NotNull @Schema(description = "How far it has come")
        Status status) {

    static NoticeItem of(Reminder reminder) {
        return new NoticeItem(
                reminder.tenantId(),
                reminder.clientId().equals(Family.NO_CLIENT) ? null : reminder.clientId(),
                reminder.programme(),
                reminder.protocol(),
                reminder.authMethod(),
                reminder.qualifier(),
                reminder.topic(),
                reminder.rung(),
                reminder.anchor(),
                reminder.anchorDay(),
                reminder.role(),
                reminder.reason(),
                reminder.state());
    }
}
