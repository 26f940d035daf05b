package dev.cutoff.notification.plan;

import static dev.cutoff.notification.plan.Plans.FIRST;
import static dev.cutoff.notification.plan.Plans.IMAP;
import static dev.cutoff.notification.plan.Plans.TODAY;
import static dev.cutoff.notification.plan.Plans.cutoff;
import static dev.cutoff.notification.plan.Plans.scene;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.notification.ladder.State;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NextLookTest {

    private static @Nullable String next(Scene scene, boolean isWanted) {
        return next(scene, isWanted, List.of(), List.of(), List.of(), null);
    }

    private static @Nullable String next(
            Scene scene,
            boolean isWanted,
            List<LocalDate> promised,
            List<LocalDate> movingOn,
            List<LocalDate> findings,
            @Nullable LocalDate staleFrom) {
        return new NextLook.Days(scene, isWanted ? Set.of(IMAP) : Set.of())
                .next(promised, movingOn, findings.stream(), staleFrom)
                .map(look -> look.day() + " " + look.cause())
                .orElse(null);
    }

    private static Scene named(LocalDate day) {
        return scene(cutoff(State.SCHEDULED, day, day, null));
    }

    @Test
    void the_next_rung_even_where_nobody_was_told_and_a_day_off_is_one_earlier() {
        var far = named(LocalDate.parse("2022-12-31"));

        assertThat(next(far, false)).isEqualTo("2022-09-30 RUNG");
        assertThat(next(far, true)).isEqualTo("2022-09-30 RUNG");
        assertThat(next(scene(cutoff(State.WORKING, null, null, TODAY.plusDays(63))), true))
                .as("a last day to decide")
                .isEqualTo("2022-09-19 RUNG");
    }

    @Test
    void the_day_on_which_silence_moves_on() {
        var far = named(TODAY.plusDays(400));

        assertThat(next(far, true, List.of(), List.of(TODAY.plusDays(6), TODAY.plusDays(3)), List.of(), null))
                .isEqualTo("2022-09-19 SILENCE");
        assertThat(next(named(TODAY), true, List.of(), List.of(TODAY.plusDays(1)), List.of(), null))
                .as("a rung is the better reason")
                .isEqualTo("2022-09-17 RUNG");
    }

    @Test
    void the_day_after_it_is_of_use_to_tell_and_then_never() {
        assertThat(next(named(TODAY.minusDays(1)), true)).isEqualTo("2022-09-18 OVER");
        assertThat(next(named(TODAY.minusDays(3)), true)).isNull();
        assertThat(next(scene(cutoff(State.WORKING, null, null, TODAY)), true))
                .as("a last day to decide is over on the day of its last rung")
                .isEqualTo("2022-09-17 RUNG");
    }

    @Test
    void what_no_feed_brings_is_looked_for_once_in_four_weeks_while_there_is_something_to_tell() {
        var far = named(TODAY.plusDays(400));

        assertThat(next(far, true)).isEqualTo("2022-10-14 UNANNOUNCED");
        assertThat(next(far, false)).isEqualTo("2023-07-21 RUNG");
        assertThat(next(scene(), true)).as("what was told is taken back").isEqualTo("2022-10-14 UNANNOUNCED");
        assertThat(next(scene(), false)).isNull();
    }

    @Test
    void what_is_planned_should_be_done_on_the_next_day() {
        var far = named(TODAY.plusDays(400));

        assertThat(next(far, true, List.of(TODAY.minusDays(2), TODAY.plusDays(2)), List.of(), List.of(), null))
                .isEqualTo("2022-09-19 PROMISE");
        assertThat(next(far, true, List.of(TODAY), List.of(), List.of(), null)).isEqualTo("2022-09-17 PROMISE");
    }

    @Test
    void what_evidence_does_not_show_is_told_again_and_evidence_grows_stale() {
        var far = named(TODAY.plusDays(400));

        assertThat(next(far, true, List.of(), List.of(), List.of(TODAY.plusDays(7)), TODAY.plusDays(9)))
                .isEqualTo("2022-09-23 FINDING");
        assertThat(next(far, true, List.of(), List.of(), List.of(), TODAY.plusDays(9)))
                .isEqualTo("2022-09-25 STALE");
        assertThat(next(far, true, List.of(), List.of(), List.of(), TODAY))
                .as("the day of UTC has not begun where the tenant is")
                .isEqualTo("2022-09-17 STALE");
    }

    @Test
    void a_plan_is_open_as_long_as_there_may_be_something_to_tell_tomorrow() {
        assertThat(Stream.of(0, 1, 2, 3)
                        .map(days -> new NextLook.Days(named(TODAY.minusDays(days)), Set.of(IMAP)).isOpen()))
                .containsExactly(true, true, false, false);
        assertThat(new NextLook.Days(scene(cutoff(State.WORKING, FIRST, null, null)), Set.of()).isOpen())
                .isFalse();
    }
}
