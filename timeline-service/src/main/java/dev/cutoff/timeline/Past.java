package dev.cutoff.timeline;

import dev.cutoff.commons.problem.Refusal;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** What we are told has happened, so it cannot lie ahead. */
@Singleton
public final class Past {

    /** Before any cloud: a slip of the pen, and the database's calendar is shorter than Java's. */
    private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");

    /** Of two machines that tell the time, one is always ahead. */
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(1);

    private final Clock clock;

    Past(Clock clock) {
        this.clock = clock;
    }

    public Instant now() {
        return kept(clock.instant());
    }

    /**
     * A moment as the database keeps it, to the microsecond and never rounded up: what is told again is found again, and the last moment of a
     * day stays in that day.
     */
    public static Instant kept(Instant moment) {
        return moment.truncatedTo(ChronoUnit.MICROS);
    }

    public static @Nullable Instant keptIfTold(@Nullable Instant told) {
        return told == null ? null : kept(told);
    }

    /**
     * @param told null if nothing was told
     * @param pointer to the field, for the error
     * @throws Refusal 400 if it is in the future, or too long ago to be true
     */
    public void require(@Nullable Instant told, String pointer) {
        if (told != null && told.isBefore(FIRST)) {
            throw Refusal.invalidField(pointer, "must not be before " + FIRST);
        }
        var now = clock.instant();
        if (told != null && told.isAfter(now.plus(CLOCK_SKEW))) {
            throw Refusal.invalidField(pointer, "must not be in the future; it is " + now);
        }
    }
}
