package dev.cutoff.inventory.evidence;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Forgets the days to which nothing has been added for long: a dropped partition each. */
@Singleton
class SignInRetention {

    private static final Logger LOG = Logger.getLogger(SignInRetention.class);

    private final SignInStore store;
    private final EvidenceConfig config;

    SignInRetention(SignInStore store, EvidenceConfig config) {
        this.store = store;
        this.config = config;
    }

    @Scheduled(every = "1h", delayed = "5m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forget() {
        var dropped = QuarkusTransaction.requiringNew().call(() -> store.dropDays(config.retention()));
        if (dropped > 0) {
            LOG.infof("Sign-ins forgotten, days=%d", dropped);
        }
    }
}
