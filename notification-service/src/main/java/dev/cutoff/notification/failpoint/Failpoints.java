package dev.cutoff.notification.failpoint;

import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Ends the process at the point that {@code cutoff.failpoint.at} names, as a kill would: nothing is closed, nobody is told. */
@Singleton
@Startup
public final class Failpoints {

    /** What a process exits with that was killed. */
    private static final int KILLED = 137;

    private final @Nullable Failpoint at;
    private final AtomicInteger left;
    private final Runnable end;

    @Inject
    Failpoints(
            @ConfigProperty(name = "cutoff.failpoint.at") Optional<Failpoint> at,
            @ConfigProperty(name = "cutoff.failpoint.times", defaultValue = "1") int times) {
        this(at, times, () -> Runtime.getRuntime().halt(KILLED));
        refuse(at, ConfigUtils.isProfileActive("prod"));
    }

    static void refuse(Optional<Failpoint> at, boolean isProduction) {
        if (at.isPresent() && isProduction) {
            throw new IllegalStateException(
                    "cutoff.failpoint.at is set: it ends the process and must never do so in production");
        }
    }

    /**
     * @param at empty for nowhere
     * @param times how often the point is reached before it counts
     * @param end what happens then
     */
    public Failpoints(Optional<Failpoint> at, int times, Runnable end) {
        this.at = at.orElse(null);
        this.left = new AtomicInteger(times);
        this.end = end;
    }

    public void reached(Failpoint point) {
        if (point == at && left.decrementAndGet() == 0) {
            end.run();
        }
    }
}
