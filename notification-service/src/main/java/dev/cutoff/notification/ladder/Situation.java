package dev.cutoff.notification.ladder;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One deadline of one client, seen for one person.
 *
 * @param state of the line
 * @param deadline that is decided about; null if no day is known, or none any more
 * @param isTakenBack whether the day that people were told holds no more, and no other does
 * @param resolved whether the client no longer needs telling: it has migrated, is retired or excepted; silence is never that
 * @param earlier what was decided before
 * @param lastPlanned day on which this tenant was planned last; null if never
 * @param answered what was said about it
 * @param isContradictionNews whether the person has not heard yet that what was said to be done is in use
 */
public record Situation(
        State state,
        @Nullable Deadline deadline,
        boolean isTakenBack,
        boolean resolved,
        List<Earlier> earlier,
        @Nullable LocalDate lastPlanned,
        Answered answered,
        boolean isContradictionNews) {

    /** Nobody has said anything about it. */
    public Situation(
            State state,
            @Nullable Deadline deadline,
            boolean isTakenBack,
            boolean resolved,
            List<Earlier> earlier,
            @Nullable LocalDate lastPlanned) {
        this(state, deadline, isTakenBack, resolved, earlier, lastPlanned, Answered.NOTHING, false);
    }

    /** Whether nothing is to be said any more, not even that it is over. */
    boolean isSettled() {
        return resolved || answered instanceof Answered.Done;
    }

    /** The last that the person heard, if it was of a deadline that still stands as far as they know. */
    Optional<Earlier> believed() {
        return lastTold().filter(told -> !told.isAllClear());
    }

    /** Whether the last that the person heard is that it is over. */
    boolean isBelievedOver() {
        return lastTold().filter(Earlier::isAllClear).isPresent();
    }

    private Optional<Earlier> lastTold() {
        return earlier.stream().filter(Earlier::isTold).max(Comparator.comparing(Situation::toldOn));
    }

    private static LocalDate toldOn(Earlier told) {
        return told.toldOn() == null ? LocalDate.MIN : told.toldOn();
    }

    /** A rung is told once, whatever became of the attempt. */
    boolean isUsed(LocalDate day, int rung) {
        return earlier.stream()
                .filter(decision -> decision.day().equals(day) && decision.rung() == rung)
                .anyMatch(decision -> decision.isTold() || decision.standing() == Earlier.Standing.CLOSED);
    }

    boolean isOnRecord(LocalDate day, int rung) {
        return earlier.stream().anyMatch(decision -> decision.day().equals(day) && decision.rung() == rung);
    }

    boolean hasWaitedForADay() {
        return earlier.stream().anyMatch(decision -> !decision.named());
    }

    Optional<Earlier> live(Topic topic, LocalDate day, boolean named) {
        return earlier.stream()
                .filter(decision -> decision.standing() == Earlier.Standing.LIVE && decision.topic() == topic)
                .filter(decision -> decision.day().equals(day) && decision.named() == named)
                .findFirst();
    }

    /** The first rung of the day from this one up that was not told yet. */
    int unusedRung(LocalDate day, int from) {
        return IntStream.iterate(from, rung -> rung + 1)
                .filter(rung -> !isUsed(day, rung))
                .findFirst()
                .orElseThrow();
    }
}
