package dev.cutoff.notification.delivery;

import dev.cutoff.notification.digest.Addressed;
import dev.cutoff.notification.digest.Digests;
import dev.cutoff.notification.message.Composer;
import dev.cutoff.notification.notice.Claim;
import dev.cutoff.notification.notice.Outcome;
import dev.cutoff.notification.notice.Outgoing;
import dev.cutoff.notification.notice.Phase;
import dev.cutoff.notification.notice.Result;
import dev.cutoff.notification.reminder.Status;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.TemplateException;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The steps of an attempt, each a transaction of its own: nothing of the mail server happens inside one. */
@Singleton
class Attempts {

    /**
     * An attempt that has begun.
     *
     * @param mime the mail; null if it could not be made, and the attempt is over
     */
    record Attempt(Claim claim, byte @Nullable [] mime) {}

    private static final Logger LOG = Logger.getLogger(Attempts.class);

    private final Outgoing outgoing;
    private final Digests digests;
    private final Composer composer;
    private final Clock clock;

    Attempts(Outgoing outgoing, Digests digests, Composer composer, Clock clock) {
        this.outgoing = outgoing;
        this.digests = digests;
        this.composer = composer;
        this.clock = clock;
    }

    /**
     * Claims a notice and makes its mail, once and for all attempts.
     *
     * @return empty if no notice may leave now
     */
    @Transactional
    Optional<Attempt> begin(boolean evenResting) {
        return outgoing.claim(evenResting)
                .flatMap(
                        claim -> claim.mime() == null ? compose(claim) : Optional.of(new Attempt(claim, claim.mime())));
    }

    private Optional<Attempt> compose(Claim claim) {
        try {
            var digest = digests.of(new Addressed(
                    claim.id(), Status.SENDING, claim.person(), claim.locale(), claim.zone(), claim.day()));
            if (digest.isEmpty()) {
                // Planned away while it was claimed: as if it had not been. Whoever did that has it put together anew.
                QuarkusTransaction.setRollbackOnly();
                return Optional.empty();
            }
            var mail = composer.compose(digest.get(), clock.instant());
            outgoing.freeze(claim, mail.messageId(), mail.subject(), mail.mime());
            return Optional.of(new Attempt(claim, mail.mime()));
        } catch (IllegalArgumentException e) {
            LOG.errorf(e, "No mail can be made, notice=%s", claim.id());
            outgoing.ended(claim, new Result(Outcome.REFUSED, Phase.CLAIMED, null, e.getMessage()));
        } catch (TemplateException e) {
            LOG.errorf(e, "No mail can be made as long as the template is wrong, notice=%s", claim.id());
            outgoing.ended(claim, new Result(Outcome.ABANDONED, Phase.CLAIMED, null, null));
        }
        return Optional.of(new Attempt(claim, null));
    }

    @Transactional
    boolean aboutToSendDot(Claim claim) {
        return outgoing.aboutToSendDot(claim);
    }

    @Transactional
    void ended(Claim claim, Result result) {
        outgoing.ended(claim, result);
    }

    /** Whether a notice is on its way, or will be in a moment. */
    @Transactional
    boolean isUnderWay() {
        return outgoing.isUnderWay();
    }

    @Transactional
    int recover() {
        return outgoing.recover();
    }
}
