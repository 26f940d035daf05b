package dev.cutoff.testing.bad.time;

import java.time.Instant;

/** Knows no other time than today's. */
class Watch {

    Instant time() {
        return Instant.now();
    }
}
