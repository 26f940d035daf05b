package dev.cutoff.notification.escalation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whose turn it is. The first who can be reached and does not disown it is told; then, each after the time that the one before had to answer,
 * the next. Who was told stays told: it is theirs until somebody takes it.
 *
 * @param all each in line, in its order
 * @param isThrough whether the last in line has had the time to answer, too
 * @param movesOn the first day after today on which silence may move on from somebody who is told; null if it does not
 */
public record Turns(
        List<Turn> all, boolean isThrough, @Nullable LocalDate movesOn) {

    /** @param line first to last; each person once */
    public static Turns of(List<Candidate> line, Patience patience, LocalDate today) {
        var turns = new ArrayList<Turn>();
        var isOpen = true;
        var cause = Cause.FIRST;
        for (var candidate : line) {
            if (!candidate.isWilling()) {
                turns.add(new Turn.Passed(candidate));
                cause = cause == Cause.NO_ANSWER ? cause : why(candidate);
            } else if (isOpen || candidate.isCalled()) {
                turns.add(new Turn.Told(candidate, isOpen ? cause : Cause.NO_ANSWER));
                isOpen = patience.isOver(candidate, today);
                cause = Cause.NO_ANSWER;
            } else {
                turns.add(new Turn.Waits(candidate));
            }
        }
        return new Turns(List.copyOf(turns), isOpen, movesOn(turns, patience, today));
    }

    private static @Nullable LocalDate movesOn(List<Turn> turns, Patience patience, LocalDate today) {
        return turns.stream()
                .filter(Turn.Told.class::isInstance)
                .map(turn -> patience.overOn(turn.candidate(), today))
                .filter(day -> day != null && day.isAfter(today))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private static Cause why(Candidate candidate) {
        return candidate.isReachable() ? Cause.HANDED_ON : Cause.NOT_REACHED;
    }

    /**
     * Why nobody who would take it is left.
     *
     * @param isOwned whether somebody answers for the client, told or not
     */
    public Optional<VacancyReason> vacancy(boolean isOwned) {
        if (told().findAny().isEmpty()) {
            return Optional.of(VacancyReason.NO_CONTACT);
        }
        if (!isOwned) {
            return Optional.of(VacancyReason.NO_OWNER);
        }
        var answering = all.stream()
                .map(Turn::candidate)
                .filter(candidate -> !candidate.isContact())
                .toList();
        if (!answering.isEmpty() && answering.stream().noneMatch(Candidate::isWilling)) {
            var isDisowned = answering.stream().anyMatch(candidate -> candidate.isReachable() && candidate.disowns());
            return Optional.of(isDisowned ? VacancyReason.NOT_MINE : VacancyReason.UNREACHABLE);
        }
        var hasCome = told().anyMatch(turn -> turn.candidate().isContact() && turn.cause() == Cause.NO_ANSWER);
        return hasCome || isThrough ? Optional.of(VacancyReason.NO_ANSWER) : Optional.empty();
    }

    private Stream<Turn.Told> told() {
        return all.stream().filter(Turn.Told.class::isInstance).map(Turn.Told.class::cast);
    }
}
