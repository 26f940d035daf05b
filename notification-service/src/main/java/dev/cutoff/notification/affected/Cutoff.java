package dev.cutoff.notification.affected;

import dev.cutoff.notification.ladder.Deadline;
import dev.cutoff.notification.ladder.State;
import dev.cutoff.notification.line.Line;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When one line stops for one tenant.
 *
 * @param day named by the vendor; null while only a window is known
 * @param stopsAt the moment, where it is known; else the day begins in UTC
 * @param decisionBy last day on which a decision changes it
 * @param announced day of the announcement that says so
 * @param checkedOn day on which the announcements were last looked through
 * @param actions what the tenant may do about it now
 */
public record Cutoff(
        Line line,
        State state,
        @Nullable LocalDate earliest,
        @Nullable LocalDate latest,
        @Nullable LocalDate day,
        @Nullable Instant stopsAt,
        @Nullable LocalDate decisionBy,
        @Nullable LocalDate announced,
        @Nullable LocalDate checkedOn,
        List<Action> actions) {

    /**
     * Something that the tenant may do.
     *
     * @param until first moment after the last on which it may; null if open
     * @param channel through which
     * @param effectiveUntil first moment after the last on which it then holds; null if open or not known
     */
    public record Action(
            String action,
            @Nullable Instant until,
            @Nullable String channel,
            @Nullable Instant effectiveUntil) {}

    /** Whether the other says the same of the line, as far as plans go: text and what the tenant may do apart. */
    public boolean saysTheSameAs(Cutoff other) {
        return state == other.state()
                && Objects.equals(earliest, other.earliest())
                && Objects.equals(latest, other.latest())
                && Objects.equals(day, other.day())
                && Objects.equals(decisionBy, other.decisionBy());
    }

    public Optional<Deadline> deadline() {
        if (day != null) {
            return Optional.of(Deadline.cutoff(day, day, day));
        }
        return earliest == null ? Optional.empty() : Optional.of(Deadline.cutoff(earliest, latest, null));
    }

    public Optional<Deadline> decision() {
        return Optional.ofNullable(decisionBy).map(Deadline::decision);
    }

    public Stream<Deadline> deadlines() {
        return Stream.concat(deadline().stream(), decision().stream());
    }
}
