package dev.cutoff.local.suite;

import dev.cutoff.local.home.Failure;
import dev.cutoff.local.process.Ending;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/** One more process of a service, to be killed and frozen. */
public final class Replica {

    private static final Duration LONGEST_START = Duration.ofMinutes(2);
    private static final Duration LONGEST_ENDING = Duration.ofSeconds(30);

    private final ServicePart part;
    private final Runnable launch;

    /** @param launch starts it, unless the suite is being stopped */
    Replica(ServicePart part, Runnable launch) {
        this.part = part;
        this.launch = launch;
    }

    public URI address() {
        return URI.create(part.address());
    }

    public Path log() {
        return part.log();
    }

    /** Starts it and returns at once. */
    public void start() {
        launch.run();
    }

    public boolean isReady() {
        return part.isReady();
    }

    public boolean isRunning() {
        return part.process().isPresent();
    }

    /**
     * Returns when it answers.
     *
     * @throws Failure if it ends before, or takes too long
     */
    public void awaitReady() {
        if (!Ending.await(() -> part.isReady() || !isRunning(), LONGEST_START) || !isRunning()) {
            throw new Failure(part.name() + " did not start.", part.log());
        }
    }

    /** SIGKILL: it can do nothing about it. Returns when it has ended. */
    public void kill() {
        part.process().ifPresent(ProcessHandle::destroyForcibly);
        awaitEnd();
    }

    /** Returns when it has ended by itself. */
    public void awaitEnd() {
        if (!Ending.await(() -> !isRunning(), LONGEST_ENDING)) {
            throw new Failure(part.name() + " did not end.", part.log());
        }
    }

    /** SIGSTOP: all its threads stand still where they are, and its connections stay open. */
    public void freeze() {
        signal("STOP");
    }

    /** SIGCONT: it goes on as if nothing had been. */
    public void thaw() {
        signal("CONT");
    }

    private void signal(String name) {
        var pid = part.process()
                .orElseThrow(() -> new Failure(part.name() + " does not run.", part.log()))
                .pid();
        try {
            if (new ProcessBuilder("kill", "-" + name, Long.toString(pid))
                            .start()
                            .waitFor()
                    != 0) {
                throw new Failure("No signal could be sent to " + part.name() + ".", part.log());
            }
        } catch (IOException e) {
            throw new Failure("No signal could be sent to " + part.name() + " (" + e.getMessage() + ").", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("Interrupted.", e);
        }
    }

    public void stop() {
        part.stop();
    }
}
