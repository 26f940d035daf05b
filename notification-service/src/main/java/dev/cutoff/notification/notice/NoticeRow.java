package dev.cutoff.notification.notice;

import dev.cutoff.commons.security.TenantScope;
import dev.cutoff.notification.ladder.Reason;
import dev.cutoff.notification.ladder.Topic;
import dev.cutoff.notification.policy.Severity;
import dev.cutoff.notification.reach.Bounce;
import dev.cutoff.notification.reminder.Counted;
import dev.cutoff.notification.reminder.Status;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A notice as its row says, without the mail itself. */
record NoticeRow(
        UUID id,
        long version,
        String person,
        String locale,
        ZoneId zone,
        Severity severity,
        LocalDate day,
        Status state,
        @Nullable Reason waitsFor,
        List<UUID> tenants,
        @Nullable String messageId,
        @Nullable String subject,
        Instant plannedAt,
        @Nullable Instant sentAt,
        int attempts,
        int resends) {

    static final String COLUMNS =
            "id, version, person, locale, zone, severity, day, state, waits_for, tenants, message_id, subject,"
                    + " planned_at, sent_at, attempts, resends";

    /** Whether a token with this scope may read the text: it must see everything that the text tells. */
    boolean isReadableTo(TenantScope scope) {
        return tenants.stream().allMatch(scope::sees);
    }

    Notice shown(List<Counted> reminders, List<Delivery> deliveries, @Nullable Bounce bounce, TenantScope scope) {
        return new Notice(
                id,
                version,
                person,
                locale,
                zone,
                severity,
                day,
                state,
                waitsFor,
                messageId,
                isReadableTo(scope) ? subject : null,
                plannedAt,
                sentAt,
                attempts,
                resends,
                bounce,
                reminders.isEmpty() ? 0 : reminders.getFirst().total(),
                reminders.stream()
                        .map(Counted::reminder)
                        .filter(reminder -> reminder.topic() != Topic.FINDING && reminder.topic() != Topic.HELP)
                        .map(NoticeItem::of)
                        .toList(),
                reminders.stream()
                        .map(Counted::reminder)
                        .filter(reminder -> reminder.topic() == Topic.FINDING)
                        .map(NoticeFinding::of)
                        .toList(),
                reminders.stream()
                        .map(Counted::reminder)
                        .filter(reminder -> reminder.topic() == Topic.HELP)
                        .map(NoticeHelp::of)
                        .toList(),
                deliveries);
    }
}
