package dev.cutoff.notification.plan;

import dev.cutoff.commons.security.Caller;
import dev.cutoff.commons.security.Callers;
import dev.cutoff.notification.upstream.Unreachable;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Some tenants are planned side by side. The last of the lanes takes no large ones: a small tenant waits for small ones at most, however long a
 * large one takes.
 */
@Singleton
class Lanes {

    private static final Duration PAUSE = Duration.ofMillis(200);

    /** Who is at work. */
    private static final class Crew {

        private int working;

        synchronized void begin() {
            working++;
        }

        synchronized void end() {
            working--;
            if (working == 0) {
                notifyAll();
            }
        }

        /**
         * Rests while others work, for a while at most.
         *
         * @return whether anybody was at work
         */
        synchronized boolean rest() {
            if (working == 0) {
                return false;
            }
            try {
                wait(PAUSE.toMillis());
                return true;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted while planning", e);
            }
        }
    }

    private final int count;

    Lanes(@ConfigProperty(name = "cutoff.planning.parallel") int count) {
        this.count = count;
    }

    /**
     * Works until nobody is left to do.
     *
     * @param any takes the next one
     * @param small takes the next one that is not large
     * @param work says why another service could not be asked
     * @return the last of what the work said
     */
    Optional<Unreachable> run(
            Supplier<Optional<PlanRequest>> any,
            Supplier<Optional<PlanRequest>> small,
            Function<PlanRequest, Optional<Unreachable>> work) {
        var crew = new Crew();
        var lanes = new ArrayList<Callable<Optional<Unreachable>>>();
        for (var lane = 0; lane < count; lane++) {
            var next = lane > 0 && lane == count - 1 ? small : any;
            lanes.add(() -> Callers.as(Caller.system("plan"), () -> drain(next, work, crew)));
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Optional<Unreachable> failure = Optional.empty();
            for (var lane : threads.invokeAll(lanes)) {
                var latest = lane.get();
                failure = latest.isPresent() ? latest : failure;
            }
            return failure;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while planning", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("Planning broke off, what was claimed is taken up when its lease ends", e);
        }
    }

    /** Goes on as long as another lane works: what is asked for meanwhile need not wait for that. */
    private static Optional<Unreachable> drain(
            Supplier<Optional<PlanRequest>> next, Function<PlanRequest, Optional<Unreachable>> work, Crew crew) {
        @Nullable Unreachable failure = null;
        do {
            crew.begin();
            try {
                for (var request = next.get(); request.isPresent(); request = next.get()) {
                    failure = work.apply(request.get()).orElse(failure);
                }
            } finally {
                crew.end();
            }
        } while (crew.rest());
        return Optional.ofNullable(failure);
    }
}
