package dev.cutoff.local.command;

import dev.cutoff.local.suite.Progress;
import dev.cutoff.local.suite.Suite;

/** What Ctrl-C does while a command starts the suite, or stays attached to it. */
final class Interrupt implements AutoCloseable {

    private final Suite suite;
    private final Progress progress;
    private final Thread hook = new Thread(this::end, "interrupt");
    private volatile boolean stopsEverything;

    private Interrupt(Suite suite, Progress progress) {
        this.suite = suite;
        this.progress = progress;
    }

    /** From now on an interrupt stops what this command has started. */
    static Interrupt stopping(Suite suite, Progress progress) {
        var interrupt = new Interrupt(suite, progress);
        Runtime.getRuntime().addShutdownHook(interrupt.hook);
        return interrupt;
    }

    /** From now on an interrupt stops everything, whoever started it. */
    void everything() {
        stopsEverything = true;
    }

    private void end() {
        System.out.println("\nStopping.");
        if (stopsEverything) {
            suite.down(progress);
        } else {
            suite.abandon(progress);
        }
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The interrupt is under way, and does what is to be done.
            return;
        }
    }
}
