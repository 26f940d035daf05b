package dev.cutoff.notification.ladder;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One deadline of one client, seen for one person.
 *
 * @param state of the protocol and auth method
 * @param deadline that is decided about
 * @param resolved whether the client no longer needs telling: it has migrated, is retired or excepted; silence is never that
 * @param earlier what was decided before
 * @param lastPlanned day on which this tenant was planned last; null if never
 */
public record Situation(
        State state,
        Deadline deadline,
        boolean resolved,
        List<Earlier> earlier,
        @Nullable LocalDate lastPlanned) {

    Optional<Earlier> lastTold() {
        return earlier.stream().filter(Earlier::isTold).max(Comparator.comparing(Situation::toldOn));
    }

    private static LocalDate toldOn(Earlier told) {
        return told.toldOn() == null ? LocalDate.MIN : told.toldOn();
    }

    /** A rung is told once, whatever became of the attempt. */
    boolean isUsed(int rung) {
        return earlier.stream()
                .filter(decision -> decision.day().equals(deadline.day()) && decision.rung() == rung)
                .anyMatch(decision -> decision.isTold() || decision.standing() == Earlier.Standing.CLOSED);
    }

    boolean isOnRecord(int rung) {
        return earlier.stream().anyMatch(decision -> decision.day().equals(deadline.day()) && decision.rung() == rung);
    }

    boolean hasWaitedForADay() {
        return earlier.stream().anyMatch(decision -> !decision.named());
    }

    Optional<Earlier> live() {
        return earlier.stream()
                .filter(decision -> decision.standing() == Earlier.Standing.LIVE && deadline.isSameAs(decision))
                .findFirst();
    }
}
