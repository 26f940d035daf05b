package dev.cutoff.inventory.evidence;

import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.io.InputStream;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Looks after the bodies that arrive: one that pauses too long is refused, and holds neither memory nor a database connection any more. */
@Singleton
class Stalls {

    private final EvidenceConfig config;
    private final Set<WatchedBody> arriving = ConcurrentHashMap.newKeySet();

    Stalls(EvidenceConfig config) {
        this.config = config;
    }

    /** Looks after a body until it is closed. */
    WatchedBody watch(InputStream body) {
        var watched = new WatchedBody(body, arriving::remove);
        arriving.add(watched);
        return watched;
    }

    @Scheduled(every = "1s")
    void look() {
        arriving.forEach(body -> body.look(config.longestPause()));
    }
}
