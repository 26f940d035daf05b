package dev.cutoff.timeline.cutoff;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * The two times of every question.
 *
 * @param at what holds then
 * @param knownOn by what was known at the end of that day (UTC)
 */
record Moment(Instant at, LocalDate knownOn) {

    /** Both are now unless asked otherwise. */
    static Moment of(@Nullable Instant at, @Nullable LocalDate knownOn, Clock clock) {
        var now = clock.instant();
        return new Moment(at == null ? now : at, knownOn == null ? LocalDate.ofInstant(now, ZoneOffset.UTC) : knownOn);
    }
}
