package dev.cutoff.local.client;

import java.net.URI;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * How long to go on asking a service that does not answer, or that answers 503 because another one does not.
 *
 * @param longest after which it is given up
 * @param teller is told once for each request that has to wait
 */
public record Patience(Duration longest, Consumer<String> teller) {

    /** A command that somebody waits for rather fails at once. */
    public static final Patience NONE = new Patience(Duration.ZERO, words -> {});

    private static final Duration PAUSE = Duration.ofMillis(500);

    /** One request's wait. */
    public final class Wait {

        private final URI address;
        private final long until = System.nanoTime() + longest.toNanos();
        private boolean isTold;

        private Wait(URI address) {
            this.address = address;
        }

        /** Pauses, or answers false if it has been long enough. */
        public boolean again() throws InterruptedException {
            if (System.nanoTime() - until >= 0) {
                return false;
            }
            if (!isTold) {
                isTold = true;
                teller.accept("%s does not answer. Waiting for it; ./cutoff up brings it back."
                        .formatted(address.resolve("/")));
            }
            Thread.sleep(PAUSE);
            return true;
        }
    }

    public Wait with(URI address) {
        return new Wait(address);
    }
}
