package dev.cutoff.inventory.evidence;

import dev.cutoff.commons.security.Callers;
import dev.cutoff.inventory.evidence.SignInKeys.Written;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/** Writes the keys of an import beside its merge, on a connection and, as far as there is one, a processor of its own. */
@Singleton
class KeyWriting {

    private final SignInKeys keys;
    private final Staging staging;
    private final Callers callers;
    private final EvidenceConfig config;

    KeyWriting(SignInKeys keys, Staging staging, Callers callers, EvidenceConfig config) {
        this.keys = keys;
        this.staging = staging;
        this.callers = callers;
        this.config = config;
    }

    /** What is under way. Once closed it is over, so that nobody who tries again meets it. */
    interface Writing extends AutoCloseable {

        /** Waits until the keys are written. */
        Written await();

        @Override
        void close();
    }

    /** Begins. A dry run is one transaction that is undone: its keys are written when they are waited for. */
    Writing begin(Job job, Countable countable) {
        return job.isDryRun() ? new Later(() -> keys.write(job, countable)) : beside(job, countable);
    }

    private Beside beside(Job job, Countable countable) {
        var caller = callers.current();
        var task = new FutureTask<>(() -> Callers.as(
                caller,
                () -> QuarkusTransaction.requiringNew()
                        .timeout((int) config.longestMerge().toSeconds())
                        .call(() -> write(job, countable))));
        return new Beside(task, Thread.ofVirtual().name("evidence-keys").start(task));
    }

    private record Later(Supplier<Written> work) implements Writing {

        @Override
        public Written await() {
            return work.get();
        }

        @Override
        public void close() {
            // it has not begun or is over
        }
    }

    private record Beside(FutureTask<Written> task, Thread thread) implements Writing {

        @Override
        public Written await() {
            try {
                return task.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            } catch (ExecutionException e) {
                throw new IllegalStateException("The keys of sign-ins could not be written", e.getCause());
            }
        }

        @Override
        public void close() {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private Written write(Job job, Countable countable) {
        if (job.staged() > SignInMerge.MANY) {
            staging.planForMany();
        }
        return keys.write(job, countable);
    }
}
