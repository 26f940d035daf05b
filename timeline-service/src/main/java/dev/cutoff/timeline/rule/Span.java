package dev.cutoff.timeline.rule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A piece of time.
 *
 * @param from its first moment; null if it has always been
 * @param until the first moment after it; null if it never ends
 */
public record Span(@Nullable Instant from, @Nullable Instant until) {

    static Span of(@Nullable Instant from, @Nullable Instant until) {
        return new Span(from, until);
    }

    /** The span of whole days, both inclusive. */
    static Span ofDays(@Nullable LocalDate from, @Nullable LocalDate to, ZoneId zone) {
        return new Span(
                from == null ? null : from.atStartOfDay(zone).toInstant(),
                to == null ? null : to.plusDays(1).atStartOfDay(zone).toInstant());
    }

    boolean contains(Instant at) {
        return !isAfter(at) && !isOver(at);
    }

    /** Whether it has not begun. */
    boolean isAfter(Instant at) {
        return from != null && at.isBefore(from);
    }

    boolean isOver(Instant at) {
        return until != null && !at.isBefore(until);
    }

    boolean isEmpty() {
        return from != null && until != null && !from.isBefore(until);
    }

    /** The same span, or its part before the end if that comes first. */
    Span endingBy(@Nullable Instant end) {
        return new Span(from, earliest(until, end));
    }

    /** Adds its first moment and the first moment after it, as far as it has them. */
    void addTurns(Set<Instant> turns) {
        if (from != null) {
            turns.add(from);
        }
        if (until != null) {
            turns.add(until);
        }
    }

    static @Nullable Instant earliest(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }
}
