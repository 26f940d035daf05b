package dev.cutoff.notification.digest;

import dev.cutoff.commons.problem.Refusal;
import dev.cutoff.notification.link.Links;
import dev.cutoff.notification.message.Composer;
import dev.cutoff.notification.message.MailParts;
import dev.cutoff.notification.notice.Notices;
import dev.cutoff.notification.reminder.Status;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/** The mail of a notice, as it was first tried or as it would be by now. */
@Singleton
class Preview {

    private final Notices notices;
    private final Digests digests;
    private final Composer composer;
    private final Links links;
    private final Clock clock;

    Preview(Notices notices, Digests digests, Composer composer, Links links, Clock clock) {
        this.notices = notices;
        this.digests = digests;
        this.composer = composer;
        this.links = links;
        this.clock = clock;
    }

    /**
     * @throws Refusal 404 if there is no such notice, the caller does not see all that it tells, or it has ended without ever having had
     *     a text
     */
    @Transactional
    MailParts of(UUID id) {
        var notice = notices.readable(id);
        return MailParts.of(notices.mime(id).map(links::withhold).orElseGet(() -> compose(notice)));
    }

    private byte[] compose(Notices.Readable notice) {
        return digests.of(new Addressed(
                        notice.id(),
                        Status.PLANNED,
                        notice.recipient(),
                        notice.locale(),
                        notice.zone(),
                        notice.day(),
                        notice.severity()))
                .map(digest -> composer.compose(digest, links.withheld(), clock.instant())
                        .mime())
                .orElseThrow(() -> Refusal.notFound("Text of notice", notice.id()));
    }
}
