package dev.cutoff.inventory.silence;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What was seen of one use of a protocol with an auth method that is being retired. It succeeded or was blocked at least once.
 *
 * @param firstSuccess UTC day; null if it never succeeded
 * @param lastSuccess UTC day; null if it never succeeded
 * @param successes sign-ins
 * @param lastBlock UTC day on which Conditional Access or security defaults last blocked it; null if it never did
 */
public record Activity(
        @Nullable LocalDate firstSuccess,
        @Nullable LocalDate lastSuccess,
        long successes,
        @Nullable LocalDate lastBlock) {

    /** What is silent for less is no more than on holiday. */
    static final int SHORTEST_DAYS = 30;
    /** What was seen once has no rhythm to judge its silence by: a quarter is the longest that reports usually take. */
    static final int WITHOUT_RHYTHM_DAYS = 92;
    /** How many of its usual pauses a silence must outlast. */
    static final int PAUSES = 3;

    public Activity {
        if (lastSuccess == null && lastBlock == null) {
            throw new IllegalArgumentException("Attempts are not use");
        }
    }

    /** The last day on which it was there. */
    public LocalDate lastDay() {
        if (lastSuccess == null || lastBlock == null) {
            return lastSuccess == null ? lastBlock : lastSuccess;
        }
        return lastBlock.isAfter(lastSuccess) ? lastBlock : lastSuccess;
    }

    boolean endsBlocked() {
        return lastSuccess == null || lastBlock != null && lastBlock.isAfter(lastSuccess);
    }

    /** After how many days without a sign of it we call it silent, by its own rhythm. */
    int daysToSilence() {
        if (firstSuccess == null || lastSuccess == null || successes < 2) {
            return WITHOUT_RHYTHM_DAYS;
        }
        var pause = Math.ceilDiv(ChronoUnit.DAYS.between(firstSuccess, lastSuccess), successes - 1);
        return (int) Math.max(SHORTEST_DAYS, PAUSES * pause);
    }
}
