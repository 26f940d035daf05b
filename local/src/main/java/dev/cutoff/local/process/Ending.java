package dev.cutoff.local.process;

import dev.cutoff.local.home.Failure;
import java.time.Duration;
import java.util.Collection;
import java.util.function.BooleanSupplier;

/** Waits for processes to end. */
public final class Ending {

    private static final long LOOK_AGAIN_MILLIS = 20;
    private static final Duration LONGEST_REAPING = Duration.ofSeconds(5);

    private Ending() {}

    /** @return whether it came true in time */
    public static boolean await(BooleanSupplier ended, Duration longest) {
        var deadline = System.nanoTime() + longest.toNanos();
        while (!ended.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            try {
                Thread.sleep(LOOK_AGAIN_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Failure("Interrupted while the suite was stopping.", e);
            }
        }
        return true;
    }

    /**
     * An orphan that has ended is listed as defunct until process 1 takes note of it, which in a container can take seconds. Nothing
     * runs any more, but whoever looks at the list of processes should see that too.
     */
    public static void awaitReaped(Collection<ProcessHandle> processes) {
        await(() -> processes.stream().noneMatch(ProcessHandle::isAlive), LONGEST_REAPING);
    }
}
