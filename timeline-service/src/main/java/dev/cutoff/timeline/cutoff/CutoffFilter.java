package dev.cutoff.timeline.cutoff;

import dev.cutoff.timeline.rule.Protocol;
import dev.cutoff.timeline.rule.State;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which cutoffs are asked for; null does not filter.
 *
 * @param from only those that may be on this day or later
 * @param to only those that may be on this day or before
 * @param isDated without those of which no date is known
 */
record CutoffFilter(
        @Nullable UUID tenant,
        @Nullable Protocol protocol,
        @Nullable String programme,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        boolean isDated) {

    /** What is not affected has no cutoff. What is unknown has one that nobody knows: it stays, unless only dated ones are asked for. */
    boolean admits(CutoffLine line) {
        if (line.state() == State.NOT_AFFECTED) {
            return false;
        }
        return line.cutoff().hasNoDate() ? !isDated : line.cutoff().overlaps(from, to);
    }
}
