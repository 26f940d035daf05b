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
import org.jspecify.annotations.Nullable;

/**
 * What holds for every course of events: days pass, a day is named, moves, is taken back, the state changes, nobody plans for a while.
 */
class LadderPropertyTest {

    /** What one day brings; no deadline where none is known any more. */
    record Turn(int days, State state, @Nullable Deadline deadline, boolean resolved) {}

    /** What somebody was told. */
    record Told(LocalDate on, Turn turn, Decision decision) {

        LocalDate day() {
            return decision instanceof Decision.AllClear clear
                    ? clear.told().day()
                    : turn.deadline().day();
        }

        boolean isRung() {
            return decision instanceof Decision.Send;
        }
    }

    private static final LocalDate START = LocalDate.parse("2022-06-01");

    @Property
    void no_rung_of_a_day_is_ever_told_twice(@ForAll("courses") List<Turn> course) {
        var told = new HashSet<String>();

        assertThat(play(course))
                .allSatisfy(item -> assertThat(
                                told.add(item.day() + "/" + item.decision().rung()))
                        .as("%s told twice", item)
                        .isTrue());
    }

    @Property
    void nobody_is_told_after_it_is_resolved_or_where_it_does_not_stop(@ForAll("courses") List<Turn> course) {
        assertThat(play(course)).allSatisfy(item -> {
            assertThat(item.turn().resolved()).isFalse();
            assertThat(item.turn().state()).isNotEqualTo(State.BLOCKED_BY_TENANT);
        });
        assertThat(play(course))
                .filteredOn(Told::isRung)
                .allSatisfy(item -> assertThat(item.turn().state()).isNotIn(State.NOT_AFFECTED, State.UNKNOWN));
    }

    @Property
    void without_a_named_day_nobody_is_told_that_it_is_today_or_was_yesterday(@ForAll("courses") List<Turn> course) {
        assertThat(play(course))
                .filteredOn(item -> item.isRung() && !item.turn().deadline().named())
                .allSatisfy(item -> assertThat(item.decision().rung()).isPositive());
    }

    @Property
    void the_day_after_is_never_told_before_the_day_is_over(@ForAll("courses") List<Turn> course) {
        assertThat(play(course))
                .filteredOn(item -> item.decision().rung() == -1)
                .allSatisfy(item -> assertThat(item.on()).isAfter(item.day()));
    }

    @Property
    void a_rung_is_never_told_later_than_another_that_is_nearer(@ForAll("courses") List<Turn> course) {
        assertThat(play(course))
                .filteredOn(item -> item.decision().reason() == Reason.RUNG_DUE)
                .allSatisfy(item -> {
                    var deadline = item.turn().deadline();
                    Policy.DEFAULT.rungs().stream()
                            .filter(rung -> rung >= deadline.leastRung()
                                    && rung < item.decision().rung())
                            .forEach(nearer -> assertThat(item.on()).isBefore(deadline.dueOn(nearer, Policy.DEFAULT)));
                });
    }

    @Property
    void nobody_is_told_past_its_use(@ForAll("courses") List<Turn> course) {
        assertThat(play(course))
                .filteredOn(Told::isRung)
                .allSatisfy(item -> assertThat(item.turn().deadline().isPast(Policy.DEFAULT, item.on()))
                        .isFalse());
    }

    @Property
    void a_move_is_told_once_for_each_time_that_it_moves(@ForAll("courses") List<Turn> course) {
        Told last = null;
        for (var item : play(course)) {
            if (item.decision().reason() == Reason.MOVED) {
                assertThat(last).isNotNull();
                assertThat(List.of(last.day(), last.turn().deadline().named()))
                        .isNotEqualTo(List.of(item.day(), item.turn().deadline().named()));
            }
            last = item;
        }
    }

    @Property
    void that_it_is_over_is_told_to_who_believes_otherwise_and_that_it_is_not_to_who_believes_that(
            @ForAll("courses") List<Turn> course) {
        Told last = null;
        for (var item : play(course)) {
            if (item.decision() instanceof Decision.AllClear clear) {
                assertThat(last).isNotNull();
                assertThat(last.isRung()).as("two all-clears in a row").isTrue();
                assertThat(clear.told().day()).isEqualTo(last.day());
            } else {
                var wasOver = last != null && !last.isRung();
                assertThat(item.decision().reason() == Reason.REOPENED).isEqualTo(wasOver);
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
            var situation = new Situation(
                    turn.state(),
                    turn.deadline(),
                    turn.deadline() == null,
                    turn.resolved(),
                    List.copyOf(earlier),
                    lastPlanned);
            for (var decision : Ladder.decide(situation, Policy.DEFAULT, today)) {
                var now = earlier(turn, decision, today);
                earlier.removeIf(known -> known.topic() == now.topic()
                        && known.day().equals(now.day())
                        && known.rung() == decision.rung());
                earlier.add(now);
                if (now.isTold()) {
                    told.add(new Told(today, turn, decision));
                }
            }
            lastPlanned = today;
        }
        return told;
    }

    private static Earlier earlier(Turn turn, Decision decision, LocalDate today) {
        return switch (decision) {
            case Decision.AllClear clear ->
                new Earlier(
                        Topic.ALL_CLEAR,
                        clear.told().day(),
                        clear.told().named(),
                        null,
                        clear.rung(),
                        Standing.TOLD,
                        today);
            case Decision.Send send -> rung(turn.deadline(), send, Standing.TOLD, today);
            case Decision.Withhold withhold -> rung(turn.deadline(), withhold, Standing.OPEN, null);
            case Decision.Expire expire -> rung(turn.deadline(), expire, Standing.CLOSED, null);
        };
    }

    private static Earlier rung(Deadline deadline, Decision decision, Standing standing, @Nullable LocalDate on) {
        return new Earlier(
                Topic.DEADLINE,
                deadline.day(),
                deadline.named(),
                deadline.lastUse(Policy.DEFAULT),
                decision.rung(),
                standing,
                on);
    }

    @Provide
    Arbitrary<List<Turn>> courses() {
        return Combinators.combine(
                        Arbitraries.frequencyOf(
                                Tuple.of(8, Arbitraries.integers().between(1, 3)),
                                Tuple.of(1, Arbitraries.integers().between(10, 60))),
                        Arbitraries.of(State.class),
                        deadlines().injectNull(0.1),
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
