package dev.cutoff.notification.notice;

import dev.cutoff.commons.security.TenantScope;
import dev.cutoff.notification.notice.OutgoingStore.Lost;
import dev.cutoff.notification.reach.Reach;
import dev.cutoff.notification.reminder.Reminders;
import dev.cutoff.notification.reminder.Status;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
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
    /** From so many reminders on, what stands in a handful of notices is better read by a plan of its own. */
    private static final int MANY = 2000;

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

    /**
     * Takes notices; what stands in them can no longer be planned away.
     *
     * @param transport on which they leave
     */
    public List<Claim> claim(Selection wanted, String transport) {
        var claims = store.claim(wanted, clock.instant(), config.lease());
        if (claims.isEmpty()) {
            return claims;
        }
        var anew = claims.stream()
                .filter(claim -> !claim.isResend())
                .map(Claim::id)
                .toList();
        if (reminders.move(anew, Status.PLANNED, Status.SENDING) > MANY) {
            store.leaveKeptPlans();
        }
        deliveries.begin(claims, transport);
        return claims;
    }

    /** Whose turn is after that of the tenant; empty if nothing may leave. */
    public Optional<UUID> turn(Selection wanted, @Nullable UUID last) {
        return store.turn(wanted, last, clock.instant());
    }

    /** Whether a notice has been begun and has not ended; one that the mail server has put off for long does not count. */
    public boolean isUnderWay() {
        return store.isUnderWay(clock.instant(), SOON);
    }

    /** Keeps the mails as they will be sent, however often that takes. */
    public void freeze(List<Frozen> mails) {
        store.freeze(mails, clock.instant());
    }

    /**
     * Gives back what was not even begun: nothing is left to tell, or the sender has no time for it. Anybody may take it at once, or put it
     * together anew.
     */
    public void giveBack(Claim claim) {
        if (putOff(claim, Phase.CLAIMED, Duration.ZERO)) {
            feed.changed(List.of(claim));
        }
        var abandoned = new Result(Outcome.ABANDONED, Phase.CLAIMED, null, null);
        deliveries.end(List.of(new DeliveryStore.Ended(claim.id(), claim.attempts(), abandoned)));
    }

    /**
     * The last thing before the ends of mails are sent.
     *
     * @return those that may end; of the others the lease is gone, or mail was paused
     */
    public Set<UUID> aboutToSendDot(List<Claim> claims) {
        var allowed = store.aboutToSendDot(claims, config.replyTimeout().plus(config.lease()));
        claims.stream()
                .filter(claim -> claim.isResend() && allowed.contains(claim.id()))
                .forEach(this::resent);
        return allowed;
    }

    private void resent(Claim claim) {
        metrics.counter("cutoff.notices.resent").increment();
        LOG.warnf("Sending once more, notice=%s, asked=%s", claim.id(), claim.asked());
    }

    /** Notes that the mail server has taken mails. Of what somebody else has taken over meanwhile only the attempt changes. */
    public void accepted(List<Ending> endings) {
        var claims = endings.stream().map(Ending::claim).toList();
        var ours = store.accepted(claims, clock.instant());
        reminders.move(ours.keySet(), Status.SENDING, Status.SENT);
        deliveries.end(endings.stream().map(DeliveryStore.Ended::of).toList());
        feed.changed(
                claims.stream().filter(claim -> ours.containsKey(claim.id())).toList(), ours);
    }

    /** Notes how an attempt ended that the mail server did not accept, likewise. */
    public void ended(Ending ending) {
        var claim = ending.claim();
        var isOurs = switch (ending.result().outcome()) {
            case ACCEPTED -> throw new IllegalArgumentException("What was accepted is noted with others");
            case POSTPONED, BROKEN_OFF, ABANDONED, STOPPED ->
                putOff(claim, ending.result().phase(), pause(claim.attempts()));
            case REFUSED -> refused(claim, ending.result());
            case UNANSWERED -> unanswered(claim.id(), claim.leaseToken(), claim.resends());
        };
        deliveries.end(List.of(DeliveryStore.Ended.of(ending)));
        if (isOurs) {
            feed.changed(List.of(claim));
        }
    }

    private boolean putOff(Claim claim, Phase phase, Duration pause) {
        var uncount = claim.isResend() && phase != Phase.DOT;
        return putOff(claim.id(), claim.leaseToken(), claim.person(), claim.mayHaveArrived(), uncount, pause);
    }

    private boolean refused(Claim claim, Result result) {
        if (!store.end(
                claim.id(),
                claim.leaseToken(),
                Status.FAILED,
                Duration.ZERO,
                claim.isResend() && result.phase() != Phase.DOT)) {
            return false;
        }
        LOG.warnf("Refused for good, notice=%s", claim.id());
        result.bounce(claim, clock.instant())
                .ifPresent(bounce -> reach.bounced(arrivals.tenantsOf(claim.person(), TenantScope.ALL), bounce));
        reminders.move(List.of(claim.id()), Status.SENDING, Status.FAILED);
        return true;
    }

    /**
     * This attempt has reached nobody. If no other may have either, what stands in it is open to planning again; else it goes out as it is.
     */
    private boolean putOff(
            UUID id, @Nullable UUID token, String person, boolean mayHaveArrived, boolean uncount, Duration pause) {
        if (mayHaveArrived) {
            return store.end(id, token, Status.UNCERTAIN, pause, uncount);
        }
        reminders.askToGather(Set.of(person));
        if (!store.end(id, token, Status.RETRY, pause, false)) {
            return false;
        }
        reminders.move(List.of(id), Status.SENDING, Status.PLANNED);
        return true;
    }

    private boolean unanswered(UUID id, @Nullable UUID token, int resends) {
        if (!store.end(id, token, Status.UNCERTAIN, config.rest(resends, useLeft(id)), false)) {
            return false;
        }
        metrics.counter("cutoff.notices.uncertain").increment();
        LOG.warnf("Handed over without an answer, notice=%s, then=%s", id, config.uncertain());
        return true;
    }

    private Optional<Duration> useLeft(UUID id) {
        return reminders.lastUse(id).map(end -> Duration.between(clock.instant(), end));
    }

    /**
     * Takes back what senders no longer answer for.
     *
     * @return how many notices
     */
    public int recover() {
        var expired = store.expired(LOST_AT_ONCE);
        if (expired.isEmpty()) {
            return 0;
        }
        // Before any notice is locked: who gathers, and who puts off late what was his, holds the person first.
        reminders.askToGather(expired.stream()
                .filter(notice -> !notice.mayHaveArrived())
                .map(Lost::person)
                .collect(Collectors.toUnmodifiableSet()));
        var lost = store.lost(expired.stream().map(Lost::id).toList());
        lost.forEach(notice -> {
            var isDelivered = notice.phase() == Phase.DOT;
            if (isDelivered) {
                unanswered(notice.id(), null, notice.resends());
            } else {
                putOff(notice.id(), null, notice.person(), notice.isRepeat(), notice.isRepeat(), Duration.ZERO);
            }
            var outcome = isDelivered ? Outcome.UNANSWERED : Outcome.ABANDONED;
            deliveries.end(List.of(new DeliveryStore.Ended(
                    notice.id(), notice.attempts(), new Result(outcome, notice.phase(), null, null))));
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
