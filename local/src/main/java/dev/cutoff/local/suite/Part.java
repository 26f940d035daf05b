package dev.cutoff.local.suite;

import dev.cutoff.local.home.Port;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** One process of the suite. */
interface Part {

    String name();

    /** Where it listens. */
    List<Port> ports();

    /** Where a person reaches it. */
    String address();

    Path log();

    /** The process, if it runs. */
    Optional<ProcessHandle> process();

    /** Starts it; the process need not be ready when this returns. */
    void start();

    boolean isReady();

    /** Stops it, and returns when it has ended; does nothing if it does not run. */
    void stop();
}
