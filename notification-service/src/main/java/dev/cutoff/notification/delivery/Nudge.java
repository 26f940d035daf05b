package dev.cutoff.notification.delivery;

import dev.cutoff.notification.dispatch.DispatchChanged;
import dev.cutoff.notification.notice.Gathering;
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

    private final Gathering gathering;
    private final Sending sending;

    Nudge(Gathering gathering, Sending sending) {
        this.gathering = gathering;
        this.sending = sending;
    }

    void dispatchChanged(@Observes(during = TransactionPhase.AFTER_SUCCESS) DispatchChanged changed) {
        var gathered = new CountDownLatch(1);
        Thread.ofVirtual().start(() -> follow(gathered));
        try {
            if (!gathered.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.info("Notices are still being put together after a change of dispatch");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void follow(CountDownLatch gathered) {
        try {
            gathering.drain();
            gathered.countDown();
            sending.send();
        } catch (RuntimeException e) {
            LOG.warn("Left to the next turn after a change of dispatch", e);
        } finally {
            gathered.countDown();
        }
    }
}
