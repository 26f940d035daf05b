package dev.cutoff.local.suite;

import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is to be said of a part.
 *
 * @param pid of the process; null if it does not run
 * @param memory resident bytes; null if it does not run or nobody tells
 * @param since when it was started; null if it does not run or nobody tells
 */
public record PartStatus(
        String name,
        String address,
        @Nullable Long pid,
        @Nullable Long memory,
        @Nullable Instant since,
        Health health,
        Path log) {

    /** Whether it can be used. */
    public enum Health {
        READY,
        /** The process is there and does not answer, or says that it is not ready. */
        NOT_READY,
        STOPPED
    }
}
