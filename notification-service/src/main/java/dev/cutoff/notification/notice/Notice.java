package dev.cutoff.notification.notice;

import dev.cutoff.notification.ladder.Reason;
import dev.cutoff.notification.policy.Severity;
import dev.cutoff.notification.reach.Bounce;
import dev.cutoff.notification.reminder.Status;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A notice as it is shown. */
@Schema(description = "One mail to one person about everything of theirs that is due on a day")
public record Notice(
        @NotNull @Schema(description = "Id of the notice", examples = "5b0a3c8e-6b3f-4d52-9a4e-1c3d6f1b2a90")
        UUID id,

        @NotNull @Schema(description = "Rises with every change; the ETag", examples = "3")
        long version,

        @NotNull @Schema(description = "Mail address of the person, in lower case", examples = "nao.kato@contoso.example")
        String recipient,

        @NotNull @Schema(description = "Language of the person", examples = "en")
        String locale,

        @NotNull @Schema(
                description = "Time zone of the person's days and hours",
                examples = "Asia/Tokyo",
                implementation = String.class)
        ZoneId timeZone,

        @NotNull Severity severity,

        @NotNull @Schema(
                description = "Day of the mail, in the person's time zone; while it waits, the day moves on with it",
                examples = "2022-09-16")
        LocalDate day,

        @NotNull @Schema(description = "How far it has come")
        Status status,

        @Nullable @Schema(
                description =
                        "`calm` where a planned notice waits for a later day, because the person has just had one; else null",
                implementation = String.class,
                nullable = true,
                examples = "calm")
        Reason waitsFor,

        @Nullable @Schema(
                description = "Message-ID of the mail; the same however often it is sent. Null until it is first tried",
                examples = "<mfrggzdfmztwq2lk@cutoff.example>",
                nullable = true)
        String messageId,

        @Nullable @Schema(
                description =
                        "Subject of the mail; null until it is first tried, and where the token does not see all tenants"
                                + " that it is about",
                examples = "Stops on 20 October 2022: 2 mail clients of yours",
                nullable = true)
        String subject,

        @NotNull @Schema(description = "When it was planned, in the time of the business", examples = "2022-09-16T00:00:07Z")
        Instant plannedAt,

        @Nullable @Schema(
                description = "When the mail server accepted it, in the time of the business; null if it has not",
                examples = "2022-09-16T00:01:09Z",
                nullable = true)
        Instant sentAt,

        @NotNull @Schema(description = "How often it was tried", examples = "1")
        int attempts,

        @NotNull @Schema(
                description = "How often it went out once more because the mail server's answer was lost",
                examples = "0")
        int resends,

        @Nullable @Schema(
                description =
                        "Why it did not arrive though the mail server had taken it, or why that refused the recipient; null if nothing of the"
                                + " kind is known. It stays when the notice has arrived at a later attempt",
                nullable = true)
        Bounce bounce,

        @NotNull @Schema(
                description = "How many things it tells that the token may see, items, findings and calls for help",
                examples = "2")
        long itemCount,

        @NotNull @Schema(description = "What it tells, the most urgent first; at most a thousand of them")
        List<NoticeItem> items,

        @NotNull @Schema(description = "What it tells of evidence, which is about no client and no programme")
        List<NoticeFinding> findings,

        @NotNull @Schema(description = "Who asks for help with clients, as it tells the tenant's contact")
        List<NoticeHelp> helps,

        @NotNull @Schema(description = "The attempts to send it, the latest first; at most twenty of them")
        List<Delivery> deliveries) {

    /** More would make a page of notices too large; {@code itemCount} says how many there are. */
    static final int MOST_ITEMS = 1000;

    static final int MOST_DELIVERIES = 20;
}
