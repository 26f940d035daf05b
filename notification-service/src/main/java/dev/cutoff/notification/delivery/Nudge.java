package dev.cutoff.notification.delivery;

import dev.cutoff.notification.dispatch.DispatchChanged;
import dev.cutoff.notification.plan.Planning;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Once dispatch has changed, what follows from it happens at once and not at the next turn. */
@Singleton
class Nudge {

    private static final Logger LOG = Logger.getLogger(Nudge.class);
    /** So that who has switched sees the notices switched; with very many of them the rest follows. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Planning planning;
    private final Sending sending;

    Nudge(Planning planning, Sending sending) {
        this.planning = planning;
        this.sending = sending;
    }

    void dispatchChanged(@Observes(during = TransactionPhase.AFTER_SUCCESS) DispatchChanged changed) {
        var planned = new CountDownLatch(1);
        Thread.ofVirtual().start(() -> follow(planned));
        try {
            if (!planned.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.info("Plans are still being made after a change of dispatch");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void follow(CountDownLatch planned) {
        try {
            planning.planNow();
            planned.countDown();
            sending.send();
        } catch (RuntimeException e) {
            LOG.warn("Left to the next turn after a change of dispatch", e);
        } finally {
            planned.countDown();
        }
    }
}
