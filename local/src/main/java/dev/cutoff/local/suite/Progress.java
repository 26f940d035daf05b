package dev.cutoff.local.suite;

import java.time.Duration;

/** Hears what becomes of the parts, while they are started and stopped. */
public interface Progress {

    /**
     * A part answers.
     *
     * @param wasRunning it had been started before
     * @param after how long it took
     */
    void ready(String part, String address, boolean wasRunning, Duration after);

    void stopped(String part);
}
