package dev.cutoff.inventory.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RhythmTest {

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    private static List<LocalDate> days(String... texts) {
        return Stream.of(texts).map(RhythmTest::day).toList();
    }

    private static Rhythm.Arrival arrival(String first, String last) {
        return new Rhythm.Arrival(10, day(first), day(last));
    }

    private static final Rhythm.Arrival NOTHING = new Rhythm.Arrival(0, null, null);

    @Test
    void a_monthly_source_is_stale_after_two_months() {
        var months = days("2022-08-31", "2022-09-30", "2022-10-31");

        assertThat(Rhythm.isStale(months, day("2022-12-30"))).isFalse();
        assertThat(Rhythm.isStale(months, day("2023-01-03"))).isTrue();
    }

    @Test
    void a_daily_source_is_stale_after_three_days() {
        var everyDay = day("2022-10-01").datesUntil(day("2022-10-20")).toList();

        assertThat(Rhythm.isStale(everyDay, day("2022-10-21"))).isFalse();
        assertThat(Rhythm.isStale(everyDay, day("2022-10-22"))).isTrue();
    }

    @Test
    void one_outage_does_not_make_a_pause_usual() {
        var outage =
                days("2022-10-01", "2022-10-02", "2022-10-03", "2022-10-04", "2022-11-04", "2022-11-05", "2022-11-06");

        assertThat(Rhythm.isStale(outage, day("2022-11-09"))).isTrue();
    }

    @Test
    void a_source_that_spoke_once_has_two_months() {
        assertThat(Rhythm.isStale(days("2022-08-31"), day("2022-11-01"))).isFalse();
        assertThat(Rhythm.isStale(days("2022-08-31"), day("2022-11-02"))).isTrue();
    }

    @Test
    void a_source_that_goes_on_without_this_protocol_is_quiet() {
        var imap = days("2022-09-01", "2022-09-05", "2022-09-28");
        var months = List.of(arrival("2022-09-01", "2022-09-30"), arrival("2022-10-01", "2022-10-31"));

        assertThat(Rhythm.isQuiet(imap, months)).isTrue();
        assertThat(Rhythm.isQuiet(days("2022-09-01", "2022-10-03"), months)).isFalse();
        assertThat(Rhythm.isQuiet(imap, months.subList(0, 1))).isFalse();
    }

    @Test
    void what_speaks_seldom_is_not_quiet_for_pausing_once() {
        var seldom = days("2022-07-01", "2022-08-01", "2022-09-01");

        assertThat(Rhythm.isQuiet(seldom, List.of(arrival("2022-09-02", "2022-10-20"))))
                .isFalse();
        assertThat(Rhythm.isQuiet(seldom, List.of(arrival("2022-09-02", "2022-11-20"))))
                .isTrue();
    }

    @Test
    void an_empty_file_after_a_full_one_is_quiet() {
        assertThat(Rhythm.isQuiet(days("2022-09-01"), List.of(arrival("2022-09-01", "2022-09-01"), NOTHING)))
                .isTrue();
        assertThat(Rhythm.isQuiet(days("2022-09-01"), List.of(NOTHING, arrival("2022-09-01", "2022-09-01"))))
                .isFalse();
    }
}
