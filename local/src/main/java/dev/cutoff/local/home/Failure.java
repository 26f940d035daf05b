package dev.cutoff.local.home;

import java.nio.file.Path;

/** A command cannot do what was asked. Its message is the one line that is printed: what is wrong, and what to do. */
public final class Failure extends RuntimeException {

    public Failure(String message) {
        super(message);
    }

    public Failure(String message, Throwable cause) {
        super(message, cause);
    }

    /** @param log has more to say */
    public Failure(String message, Path log) {
        super(message + " The log: " + log);
    }
}
