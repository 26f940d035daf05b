package dev.cutoff.testing.bad.pure;

import java.time.Clock;

/** Depends on when it is asked. */
record Decision(Clock clock) {}
