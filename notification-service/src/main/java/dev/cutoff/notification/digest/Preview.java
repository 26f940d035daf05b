package dev.cutoff.notification.digest;

import dev.cutoff.commons.problem.Refusal;
import dev.cutoff.notification.message.Composer;
import dev.cutoff.notification.message.MailParts;
import dev.cutoff.notification.notice.Notices;
import dev.cutoff.notification.reminder.Reminders;
import dev.cutoff.notification.reminder.Status;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/** The mail of a notice, as it was first tried or as it would be by now. */
@Singleton
class Preview {

    private final Notices notices;
    private final Reminders reminders;
    private final Digests digests;
    private final Composer composer;
    private final Clock clock;

    Preview(Notices notices, Reminders reminders, Digests digests, Composer composer, Clock clock) {
        this.notices = notices;
        this.reminders = reminders;
        this.digests = digests;
        this.composer = composer;
        this.clock = clock;
    }

    /**
     * @throws Refusal 404 if there is no such notice, the caller does not see all that it tells, or it has ended without ever having had
     *     a text
     */
    @Transactional
    MailParts of(UUID id) {
        var notice = notices.readable(id);
        return MailParts.of(notices.mime(id).orElseGet(() -> compose(notice)));
    }

    private byte[] compose(Notices.Readable notice) {
        var live = reminders.of(notice.id(), Status.PLANNED);
        return digests.of(notice.recipient(), notice.locale(), notice.zone(), notice.day(), live)
                .map(digest -> composer.compose(digest, clock.instant()).mime())
                .orElseThrow(() -> Refusal.notFound("Text of notice", notice.id()));
    }
}
