package dev.cutoff.notification.ladder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.notification.ladder.Earlier.Standing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LadderTest {

    private static final LocalDate THURSDAY = LocalDate.parse("2022-10-20");
    private static final Deadline NAMED = Deadline.cutoff(THURSDAY, THURSDAY, THURSDAY);
    private static final Deadline WINDOW =
            Deadline.cutoff(LocalDate.parse("2022-10-01"), LocalDate.parse("2022-12-31"), null);
    private static final Deadline DECISION = Deadline.decision(LocalDate.parse("2022-09-30"));

    @ParameterizedTest
    @CsvSource(textBlock = """
            2022-07-21,
            2022-07-22, 90
            2022-08-18, 90
            2022-08-19, 60
            2022-09-20, 30
            2022-10-06, 14
            2022-10-13, 7
            2022-10-16, 7
            2022-10-17, 3
            2022-10-18, 3
            2022-10-19, 1
            2022-10-20, 0
            2022-10-21, -1
            2022-10-22, -1
            2022-10-23,
            """)
    void only_the_nearest_rung_that_is_due_is_sent_and_none_past_its_use(LocalDate today, Integer rung) {
        assertThat(sent(State.WORKING, NAMED, today)).isEqualTo(rung);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # the first day, Saturday 1 October: no day is named, so nothing stops on it
            2022-09-16, 14, Friday before Saturday 17
            2022-09-15, 30, not a day sooner
            2022-09-22, 14, 7 days are on Saturday 24
            2022-09-23, 7,  moved to Friday
            2022-09-28, 3,  Wednesday
            2022-09-30, 1,  Friday
            2022-10-01, 1,  not 0
            2022-11-15, 1,  the window is open
            2023-01-02, 1,  two days after its end
            2023-01-03, ,   past its use
            """)
    void in_a_window_the_last_day_is_told_and_no_today_and_no_day_after(LocalDate today, Integer rung, String why) {
        assertThat(sent(State.WORKING, WINDOW, today)).as(why).isEqualTo(rung);
    }

    @Test
    void an_open_window_says_once_why_nobody_is_told_that_it_stops_today() {
        var first = Ladder.decide(situation(State.ROLLING_OUT, WINDOW), Policy.DEFAULT, LocalDate.parse("2022-10-02"));

        assertThat(first)
                .containsExactly(
                        new Decision.Withhold(-1, Reason.WINDOW_OPEN),
                        new Decision.Withhold(0, Reason.WINDOW_OPEN),
                        new Decision.Send(1, Reason.RUNG_DUE, null));

        var again = situation(
                State.ROLLING_OUT,
                WINDOW,
                earlier(WINDOW, -1, Standing.OPEN),
                earlier(WINDOW, 0, Standing.OPEN),
                earlier(WINDOW, 1, Standing.TOLD));

        assertThat(Ladder.decide(again, Policy.DEFAULT, LocalDate.parse("2022-10-03")))
                .isEmpty();
    }

    @Test
    void a_rung_that_was_told_is_not_told_again_nor_is_one_that_failed_or_expired() {
        for (var standing : List.of(Standing.TOLD, Standing.CLOSED)) {
            var situation = situation(State.SCHEDULED, NAMED, earlier(NAMED, 7, standing));

            assertThat(sends(situation, "2022-10-14").stream().map(Decision.Send::rung))
                    .doesNotContain(7);
        }
    }

    @Test
    void a_rung_that_was_planned_or_planned_away_may_be_decided_on_again() {
        for (var standing : List.of(Standing.LIVE, Standing.OPEN)) {
            var situation = situation(State.WORKING, NAMED, earlier(NAMED, 7, standing));

            assertThat(sends(situation, "2022-10-14")).containsExactly(new Decision.Send(7, Reason.RUNG_DUE, null));
        }
    }

    @Test
    void a_day_that_the_vendor_names_is_told_at_once() {
        var told = earlier(WINDOW, 1, Standing.TOLD);

        assertThat(sends(situation(State.SCHEDULED, NAMED, told), "2022-10-13"))
                .containsExactly(new Decision.Send(7, Reason.DAY_NAMED, told));
        assertThat(sends(situation(State.SCHEDULED, NAMED, told), "2022-07-01"))
                .as("no rung is due 111 days before")
                .containsExactly(new Decision.Send(111, Reason.DAY_NAMED, told));
        assertThat(sends(situation(State.SCHEDULED, NAMED), "2022-07-01"))
                .as("nobody was told anything before")
                .containsExactly(new Decision.Send(111, Reason.DAY_NAMED, null));
        assertThat(sends(situation(State.WORKING, NAMED), "2022-07-01"))
                .as("a day that stands in the announcement is no news")
                .isEmpty();
    }

    @Test
    void a_named_day_that_waits_keeps_its_rung_until_a_nearer_one_is_due() {
        var told = earlier(WINDOW, 1, Standing.TOLD);
        var planned = earlier(NAMED, 111, Standing.LIVE);

        assertThat(sends(situation(State.SCHEDULED, NAMED, told, planned), "2022-07-05"))
                .containsExactly(new Decision.Send(111, Reason.DAY_NAMED, told));
        assertThat(sends(situation(State.SCHEDULED, NAMED, told, planned), "2022-07-25"))
                .containsExactly(new Decision.Send(90, Reason.DAY_NAMED, told));
    }

    @Test
    void a_day_that_moves_has_rungs_of_its_own_and_is_told_once() {
        var told = earlier(NAMED, 3, Standing.TOLD);
        var later = Deadline.cutoff(LocalDate.parse("2023-01-01"), LocalDate.parse("2023-01-07"), null);

        assertThat(sends(situation(State.EXEMPT, later, told), "2022-10-18"))
                .containsExactly(new Decision.Send(90, Reason.MOVED, told));

        var moved =
                new Earlier(Topic.DEADLINE, later.day(), false, null, 90, Standing.TOLD, LocalDate.parse("2022-10-18"));

        assertThat(sends(situation(State.EXEMPT, later, told, moved), "2022-10-19"))
                .isEmpty();
        assertThat(sends(situation(State.EXEMPT, later, told, moved), "2022-11-02"))
                .containsExactly(new Decision.Send(60, Reason.RUNG_DUE, null));
    }

    @Test
    void a_day_that_moves_there_and_back_is_told_under_another_rung() {
        var later = Deadline.cutoff(LocalDate.parse("2022-11-10"), null, LocalDate.parse("2022-11-10"));
        var told = new Earlier(Topic.DEADLINE, THURSDAY, true, null, 7, Standing.TOLD, LocalDate.parse("2022-10-13"));
        var moved =
                new Earlier(Topic.DEADLINE, later.day(), true, null, 30, Standing.TOLD, LocalDate.parse("2022-10-14"));

        assertThat(sends(situation(State.SCHEDULED, NAMED, told, moved), "2022-10-15"))
                .containsExactly(new Decision.Send(5, Reason.MOVED, moved));
    }

    @Test
    void a_day_that_is_taken_back_is_told_as_moved_into_a_window_without_a_today() {
        var window = earlier(WINDOW, 1, Standing.TOLD);
        var named = new Earlier(Topic.DEADLINE, THURSDAY, true, null, 7, Standing.TOLD, LocalDate.parse("2022-10-13"));

        assertThat(sends(situation(State.ROLLING_OUT, WINDOW, window, named), "2022-10-17"))
                .containsExactly(new Decision.Send(2, Reason.MOVED, named));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            blocked-by-tenant, BLOCKED_BY_TENANT, BLOCKED_BY_TENANT
            not-affected,      NOT_AFFECTED,      NOT_AFFECTED
            unknown,           UNKNOWN,           NO_STATEMENT
            """)
    void in_some_states_nobody_is_told_and_the_reason_says_so(String name, State state, Reason reason) {
        assertThat(Ladder.decide(situation(state, NAMED), Policy.DEFAULT, LocalDate.parse("2022-10-13")))
                .containsExactly(new Decision.Withhold(7, reason));
    }

    @Test
    void what_is_resolved_gets_nothing_new() {
        var situation = new Situation(State.SCHEDULED, NAMED, false, true, List.of(), null);

        assertThat(Ladder.decide(situation, Policy.DEFAULT, LocalDate.parse("2022-10-13")))
                .containsExactly(new Decision.Withhold(7, Reason.RESOLVED));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            2022-10-20,
            2022-10-21, -1
            2022-10-22, -1
            2022-10-23,
            """)
    void what_is_off_for_good_is_told_the_day_after_and_then_no_more(LocalDate today, Integer rung) {
        assertThat(sent(State.OFF_FOR_GOOD, NAMED, today)).isEqualTo(rung);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            2022-08-31, 30
            2022-09-16, 14
            2022-09-30, 0
            2022-10-01,
            """)
    void a_decision_has_the_same_lead_times_and_ends_with_its_last_day(LocalDate today, Integer rung) {
        assertThat(sent(State.WORKING, DECISION, today)).isEqualTo(rung);
    }

    @Test
    void another_deadline_to_decide_has_not_moved_it_is_another_decision() {
        var optOut = earlier(DECISION, 7, Standing.TOLD);
        var reEnable = Deadline.decision(LocalDate.parse("2022-12-31"));

        assertThat(sends(situation(State.OFF, reEnable, optOut), "2022-10-24"))
                .containsExactly(new Decision.Send(90, Reason.RUNG_DUE, null));
    }

    @Test
    void what_fell_due_and_lost_its_use_while_nobody_planned_is_expired_and_said_so() {
        var situation = new Situation(State.OFF, NAMED, false, false, List.of(), LocalDate.parse("2022-09-20"));

        assertThat(Ladder.decide(situation, Policy.DEFAULT, LocalDate.parse("2022-10-30")))
                .containsExactly(new Decision.Expire(-1));
        assertThat(Ladder.decide(situation(State.OFF, NAMED), Policy.DEFAULT, LocalDate.parse("2022-10-30")))
                .as("who was never planned has missed nothing")
                .isEmpty();
    }

    @Test
    void after_a_long_silence_only_the_nearest_rung_is_sent() {
        var situation = new Situation(
                State.SCHEDULED,
                NAMED,
                false,
                false,
                List.of(earlier(NAMED, 30, Standing.TOLD)),
                LocalDate.parse("2022-09-20"));

        assertThat(sends(situation, "2022-10-17")).containsExactly(new Decision.Send(3, Reason.RUNG_DUE, null));
    }

    @Test
    void what_was_told_and_is_taken_back_is_told_as_over_once() {
        var told = earlier(NAMED, 30, Standing.TOLD);

        var clear = Ladder.decide(taken(State.NOT_AFFECTED, told), Policy.DEFAULT, LocalDate.parse("2022-09-30"));

        assertThat(clear).containsExactly(new Decision.AllClear(20, Reason.CANCELLED, told));

        var over = new Earlier(Topic.ALL_CLEAR, THURSDAY, true, null, 20, Standing.TOLD, LocalDate.parse("2022-09-30"));

        assertThat(Ladder.decide(taken(State.NOT_AFFECTED, told, over), Policy.DEFAULT, LocalDate.parse("2022-10-03")))
                .isEmpty();
    }

    @Test
    void an_all_clear_that_waits_stays_the_same() {
        var told = earlier(NAMED, 30, Standing.TOLD);
        var waiting = new Earlier(Topic.ALL_CLEAR, THURSDAY, true, null, 20, Standing.LIVE, null);

        assertThat(Ladder.decide(
                        taken(State.NOT_AFFECTED, told, waiting), Policy.DEFAULT, LocalDate.parse("2022-10-03")))
                .containsExactly(new Decision.AllClear(20, Reason.CANCELLED, told));
    }

    @Test
    void who_was_told_nothing_gets_no_all_clear() {
        for (var standing : List.of(Standing.LIVE, Standing.OPEN, Standing.CLOSED)) {
            assertThat(Ladder.decide(
                            taken(State.NOT_AFFECTED, earlier(NAMED, 30, standing)),
                            Policy.DEFAULT,
                            LocalDate.parse("2022-09-30")))
                    .isEmpty();
        }
    }

    @Test
    void nobody_is_told_that_a_day_is_over_that_has_passed() {
        var told = earlier(NAMED, 30, Standing.TOLD);

        assertThat(Ladder.decide(taken(State.NOT_AFFECTED, told), Policy.DEFAULT, LocalDate.parse("2022-10-23")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            NOT_AFFECTED,      CANCELLED
            UNKNOWN,           DATE_WITHDRAWN
            WORKING,           DATE_WITHDRAWN
            EXEMPT,            DATE_WITHDRAWN
            BLOCKED_BY_TENANT,
            OFF,
            OFF_FOR_GOOD,
            """)
    void only_what_is_taken_back_is_over_and_not_what_has_stopped(State state, @Nullable Reason reason) {
        var told = earlier(NAMED, 30, Standing.TOLD);
        var decided = Ladder.decide(taken(state, told), Policy.DEFAULT, LocalDate.parse("2022-09-30"));

        assertThat(decided).extracting(Decision::reason).isEqualTo(reason == null ? List.of() : List.of(reason));
    }

    @Test
    void what_is_resolved_needs_no_all_clear() {
        var told = earlier(NAMED, 30, Standing.TOLD);
        var situation = new Situation(State.NOT_AFFECTED, null, true, true, List.of(told), null);

        assertThat(Ladder.decide(situation, Policy.DEFAULT, LocalDate.parse("2022-09-30")))
                .isEmpty();
    }

    @Test
    void what_was_told_as_over_and_comes_back_is_told_at_once() {
        var told = earlier(NAMED, 30, Standing.TOLD);
        var over = new Earlier(Topic.ALL_CLEAR, THURSDAY, true, null, 25, Standing.TOLD, LocalDate.parse("2022-09-25"));

        assertThat(sends(situation(State.SCHEDULED, NAMED, told, over), "2022-09-28"))
                .as("no rung is due that was not told")
                .containsExactly(new Decision.Send(22, Reason.REOPENED, null));

        var reopened =
                new Earlier(Topic.DEADLINE, THURSDAY, true, null, 22, Standing.TOLD, LocalDate.parse("2022-09-28"));

        assertThat(sends(situation(State.SCHEDULED, NAMED, told, over, reopened), "2022-09-29"))
                .isEmpty();
    }

    @Test
    void who_is_passed_over_is_on_record_once_for_each_rung() {
        assertThat(Ladder.passOver(
                        situation(State.SCHEDULED, NAMED),
                        Policy.DEFAULT,
                        LocalDate.parse("2022-10-13"),
                        Reason.UNREACHABLE))
                .containsExactly(new Decision.Withhold(7, Reason.UNREACHABLE));
        assertThat(Ladder.passOver(
                        situation(State.SCHEDULED, NAMED, earlier(NAMED, 7, Standing.OPEN)),
                        Policy.DEFAULT,
                        LocalDate.parse("2022-10-13"),
                        Reason.UNREACHABLE))
                .isEmpty();
    }

    private static Situation taken(State state, Earlier... earlier) {
        return new Situation(state, null, true, false, List.of(earlier), null);
    }

    private static @Nullable Integer sent(State state, Deadline deadline, LocalDate today) {
        return Ladder.decide(situation(state, deadline), Policy.DEFAULT, today).stream()
                .filter(Decision.Send.class::isInstance)
                .map(Decision::rung)
                .reduce((one, other) -> {
                    throw new AssertionError("two at once: " + one + " and " + other);
                })
                .orElse(null);
    }

    private static List<Decision.Send> sends(Situation situation, String today) {
        return Ladder.decide(situation, Policy.DEFAULT, LocalDate.parse(today)).stream()
                .filter(Decision.Send.class::isInstance)
                .map(Decision.Send.class::cast)
                .toList();
    }

    private static Situation situation(State state, Deadline deadline, Earlier... earlier) {
        return new Situation(state, deadline, false, false, new ArrayList<>(List.of(earlier)), null);
    }

    private static Earlier earlier(Deadline deadline, int rung, Standing standing) {
        return new Earlier(
                Topic.DEADLINE,
                deadline.day(),
                deadline.named(),
                deadline.lastUse(Policy.DEFAULT),
                rung,
                standing,
                standing == Standing.TOLD ? deadline.day().minusDays(rung) : null);
    }
}
