package dev.cutoff.notification.notice;

import dev.cutoff.commons.security.Callers;
import dev.cutoff.notification.reminder.Reminders;
import dev.cutoff.notification.reminder.Status;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * What becomes known of a notice after it was handed over; part of the transaction that is open.
 *
 * <p>Only who sees all that a notice is about changes what it has come to: another tenant's people are told by it too.
 */
@Singleton
public class Arrivals {

    private static final Logger LOG = Logger.getLogger(Arrivals.class);
    private static final List<Status> HANDED_OVER = List.of(Status.SENT, Status.UNCERTAIN);

    private final ArrivalStore store;
    private final NoticeFeed feed;
    private final Reminders reminders;
    private final Callers callers;
    private final SendingConfig config;
    private final Clock clock;

    Arrivals(
            ArrivalStore store,
            NoticeFeed feed,
            Reminders reminders,
            Callers callers,
            SendingConfig config,
            Clock clock) {
        this.store = store;
        this.feed = feed;
        this.reminders = reminders;
        this.callers = callers;
        this.config = config;
        this.clock = clock;
    }

    /** The notice, if the caller sees one of its tenants. */
    public Optional<Handed> find(UUID id) {
        return store.find(id, callers.scope());
    }

    /** The latest notice whose mail has this Message-ID, likewise. */
    public Optional<Handed> find(String messageId) {
        return store.find(messageId, callers.scope());
    }

    /** The tenants about which the person was ever to be told, as far as the caller sees them. */
    public Set<UUID> tenantsOf(String person) {
        return store.tenantsOf(person, callers.scope());
    }

    /**
     * It has not arrived. It has failed, or goes out once more after a while: what is known not to have arrived is no repetition.
     *
     * @param goesOutAgain whether the next attempt may succeed
     */
    public void bounced(Handed notice, boolean goesOutAgain) {
        if (!notice.isWhollySeenBy(callers.scope())) {
            return;
        }
        reminders.askToGather(Set.of(notice.person()));
        var pause = goesOutAgain ? config.afterBounce() : Duration.ZERO;
        var state = goesOutAgain ? Status.RETRY : Status.FAILED;
        if (!store.move(notice.id(), HANDED_OVER, state, pause)) {
            return;
        }
        LOG.warnf("Handed over and not delivered, notice=%s, state=%s", notice.id(), state);
        HANDED_OVER.stream()
                .map(from -> from == Status.UNCERTAIN ? Status.SENDING : from)
                .forEach(from ->
                        reminders.move(List.of(notice.id()), from, goesOutAgain ? Status.PLANNED : Status.FAILED));
        feed.changed(notice.id(), notice.tenants());
    }

    /** The mail server has it, whatever became of its answer: it need not go out once more. */
    public void taken(Handed notice) {
        if (!notice.isWhollySeenBy(callers.scope())
                || !store.move(notice.id(), List.of(Status.UNCERTAIN), Status.SENT, Duration.ZERO)) {
            return;
        }
        store.arrived(notice.id(), clock.instant());
        reminders.move(List.of(notice.id()), Status.SENDING, Status.SENT);
        feed.changed(notice.id(), notice.tenants());
    }
}
