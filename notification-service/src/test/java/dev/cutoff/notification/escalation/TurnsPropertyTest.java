package dev.cutoff.notification.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.notification.ladder.Deadline;
import dev.cutoff.notification.ladder.Policy;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds whoever is in line, whatever became of the mail to them, and on whatever day. */
class TurnsPropertyTest {

    private static final LocalDate FIRST = LocalDate.parse("2022-10-06");
    private static final LocalDate DAY = LocalDate.parse("2022-10-20");
    private static final Patience PATIENCE = Patience.before(Deadline.cutoff(DAY, DAY, DAY), 14, Policy.DEFAULT);

    @Property(tries = 300)
    void who_cannot_be_reached_or_disowns_it_is_never_told(
            @ForAll("lines") List<Candidate> line, @ForAll("days") LocalDate today) {
        assertThat(told(Turns.of(line, PATIENCE, today))).allMatch(Candidate::isWilling);
    }

    @Property(tries = 300)
    void somebody_is_told_wherever_somebody_can_be(
            @ForAll("lines") List<Candidate> line, @ForAll("days") LocalDate today) {
        assertThat(told(Turns.of(line, PATIENCE, today)).isEmpty())
                .isEqualTo(line.stream().noneMatch(Candidate::isWilling));
    }

    @Property(tries = 300)
    void who_was_told_stays_told_as_the_days_go_by(
            @ForAll("lines") List<Candidate> line, @ForAll("days") LocalDate today) {
        assertThat(told(Turns.of(line, PATIENCE, today.plusDays(1))))
                .containsAll(told(Turns.of(line, PATIENCE, today)));
    }

    @Property(tries = 300)
    void nobody_comes_to_their_turn_while_another_still_has_time(
            @ForAll("lines") List<Candidate> line, @ForAll("days") LocalDate today) {
        var turns = Turns.of(line, PATIENCE, today).all();
        IntStream.range(0, turns.size())
                .filter(n -> turns.get(n) instanceof Turn.Waits)
                .forEach(n -> assertThat(turns.subList(0, n)).anyMatch(Turn.Told.class::isInstance));
    }

    @Property(tries = 300)
    void before_it_is_near_silence_calls_nobody(@ForAll("lines") List<Candidate> line) {
        assertThat(Turns.of(line, PATIENCE, FIRST).all())
                .filteredOn(turn -> !turn.candidate().isCalled())
                .noneMatch(turn -> turn instanceof Turn.Told told && told.cause() == Cause.NO_ANSWER);
    }

    private static Set<Candidate> told(Turns turns) {
        return turns.all().stream()
                .filter(Turn.Told.class::isInstance)
                .map(Turn::candidate)
                .collect(Collectors.toSet());
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.integers()
                .between(0, 40)
                .map(n -> FIRST.minusDays(20).plusDays(n));
    }

    @Provide
    Arbitrary<List<Candidate>> lines() {
        var candidate = Combinators.combine(
                        Arbitraries.integers().between(1, 6),
                        Arbitraries.of(true, true, true, false),
                        Arbitraries.of(false, false, false, true),
                        Arbitraries.of(false, false, true),
                        days().injectNull(0.4))
                .as((days, reachable, disowns, called, since) ->
                        new Candidate("", days, false, reachable, disowns, called, since));
        return candidate
                .list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .map(list -> IntStream.range(0, list.size())
                        .mapToObj(n -> named("person" + n, list.get(n), n == list.size() - 1))
                        .toList());
    }

    private static Candidate named(String name, Candidate it, boolean isContact) {
        return new Candidate(
                name, it.workingDays(), isContact, it.isReachable(), it.disowns(), it.isCalled(), it.silentSince());
    }
}
