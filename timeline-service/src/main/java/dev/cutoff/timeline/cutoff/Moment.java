package dev.cutoff.timeline.cutoff;

import dev.cutoff.commons.problem.Refusal;
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

    /**
     * Both are now unless asked otherwise.
     *
     * @throws Refusal 400 if the answer could not repeat them in the way that everybody writes dates
     */
    static Moment of(@Nullable Instant at, @Nullable LocalDate knownOn, Clock clock) {
        var now = clock.instant();
        if (at != null) {
            requireFourDigits("at", at.atOffset(ZoneOffset.UTC).getYear());
        }
        if (knownOn != null) {
            requireFourDigits("knownOn", knownOn.getYear());
        }
        return new Moment(at == null ? now : at, knownOn == null ? LocalDate.ofInstant(now, ZoneOffset.UTC) : knownOn);
    }

    private static void requireFourDigits(String parameter, int year) {
        if (year < 1 || year > 9999) {
            throw Refusal.invalidParameter(parameter, "must lie in the years 0001 to 9999");
        }
    }
}
