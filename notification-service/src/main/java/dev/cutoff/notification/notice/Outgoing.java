package dev.cutoff.notification.notice;

import dev.cutoff.commons.security.TenantScope;
import dev.cutoff.notification.reach.Reach;
import dev.cutoff.notification.reminder.Reminders;
import dev.cutoff.notification.reminder.Status;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Hands notices out under a lease and notes what became of them; part of the transaction that is open.
 *
 * <p>Up to the note that the end of the mail is about to be sent, nobody can have got it, and it is simply tried again. From there to the
 * note of the answer nobody can know; then the notice is {@code uncertain} and goes out once more, byte for byte the same.
 */
@Singleton
public class Outgoing {

    private static final Logger LOG = Logger.getLogger(Outgoing.class);
    private static final int LOST_AT_ONCE = 100;
    private static final Duration SOON = Duration.ofSeconds(5);

    private final OutgoingStore store;
    private final DeliveryStore deliveries;
    private final Reminders reminders;
    private final NoticeFeed feed;
    private final ArrivalStore arrivals;
    private final Reach reach;
    private final SendingConfig config;
    private final MeterRegistry metrics;
    private final Clock clock;

    Outgoing(
            OutgoingStore store,
            DeliveryStore deliveries,
            Reminders reminders,
            NoticeFeed feed,
            ArrivalStore arrivals,
            Reach reach,
            SendingConfig config,
            MeterRegistry metrics,
            Clock clock) {
        this.store = store;
        this.deliveries = deliveries;
        this.reminders = reminders;
        this.feed = feed;
        this.arrivals = arrivals;
        this.reach = reach;
        this.config = config;
        this.metrics = metrics;
        this.clock = clock;
        metrics.counter("cutoff.notices.uncertain");
        metrics.counter("cutoff.notices.resent");
    }

    /** Takes a notice; what stands in it can no longer be planned away. */
    public Optional<Claim> claim(boolean evenResting) {
        var claim = store.claim(clock.instant(), config.lease(), evenResting);
        claim.ifPresent(taken -> {
            if (taken.isResend()) {
                metrics.counter("cutoff.notices.resent").increment();
                LOG.warnf("Sending once more, the answer was lost, notice=%s", taken.id());
            } else {
                reminders.move(taken.id(), Status.PLANNED, Status.SENDING);
            }
            deliveries.begin(taken.id(), taken.attempts());
        });
        return claim;
    }

    /** Whether a notice has been begun and has not ended; one that the mail server has put off for long does not count. */
    public boolean isUnderWay() {
        return store.isUnderWay(clock.instant(), SOON);
    }

    /** Keeps the mail as it will be sent, however often that takes. */
    public void freeze(Claim claim, String messageId, String subject, byte[] mime) {
        store.freeze(claim, messageId, subject, mime, clock.instant());
    }

    /**
     * The last thing before the end of the mail is sent.
     *
     * @return false if it must not be: the lease is gone, or mail was paused
     */
    public boolean aboutToSendDot(Claim claim) {
        return store.aboutToSendDot(claim, config.replyTimeout().plus(config.lease()));
    }

    /** Notes how the attempt ended. An end that comes after somebody else has taken over changes the attempt only. */
    public void ended(Claim claim, Result result) {
        var isOurs = switch (result.outcome()) {
            case ACCEPTED -> accepted(claim);
            case POSTPONED, BROKEN_OFF, ABANDONED, STOPPED ->
                putOff(claim.id(), claim.leaseToken(), claim.person(), Status.RETRY, pause(claim.attempts()));
            case REFUSED -> refused(claim, result);
            case UNANSWERED -> unanswered(claim.id(), claim.leaseToken(), claim.resends());
        };
        deliveries.end(claim.id(), claim.attempts(), result);
        if (isOurs) {
            feed.changed(claim.id(), claim.tenants());
        }
    }

    private boolean accepted(Claim claim) {
        if (!store.accepted(claim, clock.instant())) {
            return false;
        }
        reminders.move(claim.id(), Status.SENDING, Status.SENT);
        return true;
    }

    private boolean refused(Claim claim, Result result) {
        if (!store.end(claim.id(), claim.leaseToken(), Status.FAILED, Duration.ZERO)) {
            return false;
        }
        LOG.warnf("Refused for good, notice=%s", claim.id());
        result.bounce(claim, clock.instant())
                .ifPresent(bounce -> reach.bounced(arrivals.tenantsOf(claim.person(), TenantScope.ALL), bounce));
        reminders.move(claim.id(), Status.SENDING, Status.FAILED);
        return true;
    }

    /** Nobody has got it, so what stands in it is open to planning again. */
    private boolean putOff(UUID id, @Nullable UUID token, String person, Status state, Duration pause) {
        reminders.askToGather(Set.of(person));
        if (!store.end(id, token, state, pause)) {
            return false;
        }
        reminders.move(id, Status.SENDING, Status.PLANNED);
        return true;
    }

    private boolean unanswered(UUID id, @Nullable UUID token, int resends) {
        if (!store.end(id, token, Status.UNCERTAIN, config.doubled(config.quarantine(), resends))) {
            return false;
        }
        metrics.counter("cutoff.notices.uncertain").increment();
        LOG.warnf("Handed over without an answer, will be sent once more, notice=%s", id);
        return true;
    }

    /**
     * Takes back what senders no longer answer for.
     *
     * @return how many notices
     */
    public int recover() {
        var lost = store.lost(LOST_AT_ONCE);
        lost.forEach(notice -> {
            var isDelivered = notice.phase() == Phase.DOT;
            if (isDelivered) {
                unanswered(notice.id(), null, notice.resends());
            } else {
                var state = notice.frozen() ? Status.RETRY : Status.PLANNED;
                putOff(notice.id(), null, notice.person(), state, Duration.ZERO);
            }
            var outcome = isDelivered ? Outcome.UNANSWERED : Outcome.ABANDONED;
            deliveries.end(notice.id(), notice.attempts(), new Result(outcome, notice.phase(), null, null));
            feed.changed(notice.id(), notice.tenants());
        });
        return lost.size();
    }

    /** Real time, with some chance in it, so that what failed together does not come back together. */
    private Duration pause(int attempts) {
        var pause = config.doubled(config.firstPause(), attempts - 1);
        return pause.plusMillis(ThreadLocalRandom.current().nextLong(pause.toMillis() / 4 + 1));
    }
}
