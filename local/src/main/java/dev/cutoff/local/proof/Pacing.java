package dev.cutoff.local.proof;

import dev.cutoff.local.sink.Manner;
import dev.cutoff.local.sink.Step;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;

/**
 * A mail server that takes no more mails than there were kills for, so that there is something to send at the last of them. A mail that has
 * to wait does so at a step that chance has chosen, so that kills meet all of them.
 */
final class Pacing implements Manner {

    private static final long LOOK_AGAIN_NANOS = 5_000_000;
    private static final Step[] STEPS = Step.values();

    private final IntSupplier taken;
    private final int before;
    private final int notices;
    private final int kills;
    private final Random random;
    private final AtomicInteger killed = new AtomicInteger();

    /**
     * @param taken how many mails have been taken
     * @param seed of what is random
     */
    Pacing(IntSupplier taken, int notices, int kills, long seed) {
        this.taken = taken;
        this.before = taken.getAsInt();
        this.notices = notices;
        this.kills = kills;
        this.random = new Random(seed);
    }

    /** Whether as many mails have been taken as may be before the next kill. */
    boolean isReached() {
        return taken.getAsInt() - before >= allowed();
    }

    void killed() {
        killed.incrementAndGet();
    }

    @Override
    public boolean goesOn(Step step) {
        // One step of those of a mail waits: over a whole mail each does as often as another.
        if (random.nextInt(STEPS.length) != 0) {
            return true;
        }
        while (killed.get() < kills && isReached()) {
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
            if (Thread.currentThread().isInterrupted()) {
                return false;
            }
        }
        return true;
    }

    private long allowed() {
        return (long) notices * (killed.get() + 1) / (kills + 1);
    }
}
