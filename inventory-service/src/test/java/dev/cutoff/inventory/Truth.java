package dev.cutoff.inventory;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** The figures of one usage. */
public record Truth(
        long successes,
        long blocked,
        long failures,
        @Nullable Instant first,
        @Nullable Instant last) {

    static Truth of(
            long successes,
            long blocked,
            long failures,
            boolean isCutToSeconds,
            @Nullable String first,
            @Nullable String last) {
        return new Truth(successes, blocked, failures, instant(first, isCutToSeconds), instant(last, isCutToSeconds));
    }

    private static @Nullable Instant instant(@Nullable String text, boolean isCutToSeconds) {
        if (text == null || text.equals("null")) {
            return null;
        }
        var instant = Instant.parse(text);
        return isCutToSeconds ? instant.truncatedTo(ChronoUnit.SECONDS) : instant;
    }

    Truth plus(Truth other) {
        return new Truth(
                successes + other.successes,
                blocked + other.blocked,
                failures + other.failures,
                first == null || other.first != null && other.first.isBefore(first) ? other.first : first,
                last == null || other.last != null && other.last.isAfter(last) ? other.last : last);
    }
}
