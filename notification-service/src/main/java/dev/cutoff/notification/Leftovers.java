package dev.cutoff.notification;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What a killed process had in hand when the simulated clock is moved. Its leases end in real time, and simulated days go by in a moment:
 * without waiting, what was due on such a day would be overtaken by the next.
 */
@Singleton
public class Leftovers {

    private static final Duration PAUSE = Duration.ofMillis(200);

    private final Duration patience;

    public Leftovers(@ConfigProperty(name = "cutoff.settling.patience") Duration patience) {
        this.patience = patience;
    }

    /** Takes a turn, and more of them while something is in somebody else's hands, as long as the patience that is configured. */
    public void clear(Runnable turn, BooleanSupplier isLeft) {
        var until = System.nanoTime() + patience.toNanos();
        turn.run();
        while (System.nanoTime() - until < 0 && isLeft.getAsBoolean()) {
            pause();
            turn.run();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for what somebody else has in hand", e);
        }
    }
}
