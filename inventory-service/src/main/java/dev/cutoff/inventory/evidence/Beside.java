package dev.cutoff.inventory.evidence;

import dev.cutoff.commons.security.Callers;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/**
 * Work in a transaction of its own, on a connection of its own and, as far as there is one, a processor of its own. Once closed it is over, so
 * that nobody who tries again meets it.
 */
final class Beside<T> implements AutoCloseable {

    private final FutureTask<T> task;
    private final Thread thread;

    private Beside(String name, FutureTask<T> task) {
        this.task = task;
        this.thread = Thread.ofVirtual().name(name).start(task);
    }

    /**
     * Begins, in the name of whoever calls.
     *
     * @param longest how long it may take
     */
    static <T> Beside<T> begin(String name, Callers callers, Duration longest, Supplier<T> work) {
        var caller = callers.current();
        return new Beside<>(name, new FutureTask<>(() -> Callers.as(caller, () -> alone(longest, work))));
    }

    /** The same here and now. */
    static <T> T alone(Duration longest, Supplier<T> work) {
        return QuarkusTransaction.requiringNew()
                .timeout((int) longest.toSeconds())
                .call(work::get);
    }

    /** Waits for it. */
    T await() {
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("What ran beside a merge failed", e.getCause());
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
