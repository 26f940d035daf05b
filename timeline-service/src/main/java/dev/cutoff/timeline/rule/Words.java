package dev.cutoff.timeline.rule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How the rules put things into words, and what they insist on. */
final class Words {

    private Words() {}

    /** The name of a constant on the wire, by the convention that a test holds all of them to. */
    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The last day of a span that ends before the instant. */
    static LocalDate lastDay(Instant until, ZoneId zone) {
        return until.minusNanos(1).atZone(zone).toLocalDate();
    }

    static <T> T required(@Nullable T value, String field) {
        if (value == null) {
            throw new IllegalArgumentException(field + " must be given");
        }
        return value;
    }

    static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(rule);
        }
    }
}
