package dev.cutoff.inventory.silence;

import java.time.LocalDate;
import java.util.NavigableSet;
import org.jspecify.annotations.Nullable;

/**
 * What evidence of the whole tenant shows around one use.
 *
 * @param horizon the last day that evidence speaks of
 * @param workedUntil the last day on which anybody succeeded with the same protocol and auth method; null if nobody did
 * @param covered the days that evidence speaks of
 */
public record Backdrop(LocalDate horizon, @Nullable LocalDate workedUntil, NavigableSet<LocalDate> covered) {

    /** Weekends are quiet; a log of which half the days are missing has holes. */
    private static final int SHARE = 2;

    /** Whether it was possible to be seen during these days after the day: the protocol worked to the end of them, and evidence spoke. */
    boolean wouldHaveShown(LocalDate day, int days) {
        var end = day.plusDays(days);
        return workedUntil != null
                && !workedUntil.isBefore(end)
                && covered.subSet(day, false, end, true).size() >= days / SHARE;
    }
}
