package dev.cutoff.notification.ladder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.notification.ladder.Earlier.Standing;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** What holds for every course of events: days pass, a day is named, moves, is taken back, the state changes, nobody plans for a while. */
class LadderProperties {

    /** What one day brings. */
    record Turn(int days, State state, Deadline deadline, boolean resolved) {}

    /** What somebody was told. */
    record Told(LocalDate on, Deadline deadline, Decision.Send send, State state, boolean resolved) {}

    private static final LocalDate START = LocalDate.parse("2022-06-01");

    @Property
    void no_rung_of_a_day_is_ever_told_twice(@ForAll("courses") List<Turn> course) {
        var told = new HashSet<String>();

        assertThat(play(course))
                .allSatisfy(item -> assertThat(told.add(
                                item.deadline().day() + "/" + item.send().rung()))
                        .as("%s told twice", item)
                        .isTrue());
    }

    @Property
    void nobody_is_told_after_it_is_resolved_or_where_it_does_not_stop(@ForAll("courses") List<Turn> course) {
        assertThat(play(course)).allSatisfy(item -> {
            assertThat(item.resolved()).isFalse();
            assertThat(item.state()).isNotIn(State.BLOCKED_BY_TENANT, State.NOT_AFFECTED, State.UNKNOWN);
        });
    }

    @Property
    void without_a_named_day_nobody_is_told_that_it_is_today_or_was_yesterday(@ForAll("courses") List<Turn> course) {
        assertThat(play(course))
                .filteredOn(item -> !item.deadline().named())
                .allSatisfy(item -> assertThat(item.send().rung()).isPositive());
    }

    @Property
    void the_day_after_is_never_told_before_the_day_is_over(@ForAll("courses") List<Turn> course) {
        assertThat(play(course))
                .filteredOn(item -> item.send().rung() == -1)
                .allSatisfy(
                        item -> assertThat(item.on()).isAfter(item.deadline().day()));
    }

    @Property
    void a_rung_is_never_told_later_than_another_that_is_nearer(@ForAll("courses") List<Turn> course) {
        assertThat(play(course))
                .filteredOn(item -> item.send().reason() == Reason.RUNG_DUE)
                .allSatisfy(item -> Policy.DEFAULT.rungs().stream()
                        .filter(rung -> rung >= item.deadline().leastRung()
                                && rung < item.send().rung())
                        .forEach(nearer ->
                                assertThat(item.on()).isBefore(item.deadline().dueOn(nearer, Policy.DEFAULT))));
    }

    @Property
    void nobody_is_told_past_its_use(@ForAll("courses") List<Turn> course) {
        assertThat(play(course))
                .allSatisfy(item -> assertThat(item.deadline().isPast(Policy.DEFAULT, item.on()))
                        .isFalse());
    }

    @Property
    void a_move_is_told_once_for_each_time_that_it_moves(@ForAll("courses") List<Turn> course) {
        Told last = null;
        for (var item : play(course)) {
            if (item.send().reason() == Reason.MOVED) {
                assertThat(last).isNotNull();
                assertThat(List.of(last.deadline().day(), last.deadline().named()))
                        .isNotEqualTo(
                                List.of(item.deadline().day(), item.deadline().named()));
            }
            last = item;
        }
    }

    @Property
    void a_rung_falls_on_a_working_day_unless_it_is_the_day_after(
            @ForAll("deadlines") Deadline deadline, @ForAll("rungs") int rung) {
        var due = deadline.dueOn(rung, Policy.DEFAULT);

        assertThat(due).isBeforeOrEqualTo(deadline.day().minusDays(rung));
        assertThat(due.getDayOfWeek()).isNotIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    }

    /** Plans each turn, and sends what is planned at once. */
    private static List<Told> play(List<Turn> course) {
        var told = new ArrayList<Told>();
        var earlier = new ArrayList<Earlier>();
        var today = START;
        LocalDate lastPlanned = null;
        for (var turn : course) {
            today = today.plusDays(turn.days());
            var situation =
                    new Situation(turn.state(), turn.deadline(), turn.resolved(), List.copyOf(earlier), lastPlanned);
            for (var decision : Ladder.decide(situation, Policy.DEFAULT, today)) {
                var standing = switch (decision) {
                    case Decision.Send ignored -> Standing.TOLD;
                    case Decision.Withhold ignored -> Standing.OPEN;
                    case Decision.Expire ignored -> Standing.CLOSED;
                };
                var on = standing == Standing.TOLD ? today : null;
                earlier.removeIf(known -> known.day().equals(turn.deadline().day()) && known.rung() == decision.rung());
                earlier.add(new Earlier(turn.deadline().day(), turn.deadline().named(), decision.rung(), standing, on));
                if (decision instanceof Decision.Send send) {
                    told.add(new Told(today, turn.deadline(), send, turn.state(), turn.resolved()));
                }
            }
            lastPlanned = today;
        }
        return told;
    }

    @Provide
    Arbitrary<List<Turn>> courses() {
        return Combinators.combine(
                        Arbitraries.frequencyOf(
                                Tuple.of(8, Arbitraries.integers().between(1, 3)),
                                Tuple.of(1, Arbitraries.integers().between(10, 60))),
                        Arbitraries.of(State.class),
                        deadlines(),
                        Arbitraries.frequency(Tuple.of(9, false), Tuple.of(1, true)))
                .as(Turn::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(60);
    }

    /** Few days, so that the same one comes back. */
    @Provide
    Arbitrary<Deadline> deadlines() {
        var days = Arbitraries.of(
                LocalDate.parse("2022-08-20"), LocalDate.parse("2022-10-01"), LocalDate.parse("2022-10-20"));
        return Arbitraries.oneOf(
                days.map(day -> Deadline.cutoff(day, day, day)),
                days.map(day -> Deadline.cutoff(day, day.plusDays(60), null)),
                days.map(day -> Deadline.cutoff(day, null, null)));
    }

    @Provide
    Arbitrary<Integer> rungs() {
        return Arbitraries.of(0, 1, 3, 7, 14, 30, 60, 90);
    }
}
