package dev.cutoff.notification.plan;

import dev.cutoff.notification.upstream.Unreachable;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** Says once that another service is gone, and once that it is back: a line each second would say no more. */
@Singleton
class Watch {

    private static final Logger LOG = Logger.getLogger(Watch.class);

    private final Set<String> lost = ConcurrentHashMap.newKeySet();

    /** Work that is repeated anyway. */
    void over(String what, Runnable work) {
        try {
            work.run();
            if (lost.remove(what)) {
                LOG.infof("Reached again: %s", what);
            }
        } catch (Unreachable e) {
            if (lost.add(what)) {
                LOG.warnf("Cannot be reached, nothing is planned from it until it is: %s (%s)", what, e.getMessage());
            }
        }
    }

    /** Work that somebody waits for. */
    void demand(Runnable work) {
        try {
            work.run();
        } catch (Unreachable e) {
            throw e.asRefusal();
        }
    }
}
