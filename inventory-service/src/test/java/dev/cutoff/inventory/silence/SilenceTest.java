package dev.cutoff.inventory.silence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Evidence of autumn 2022: the log begins on 1 August, and others go on with the protocol until it is switched off. */
class SilenceTest {

    private static final LocalDate BEGIN = day("2022-08-01");

    static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    /** Once a day from the first day to the last. */
    static Activity daily(String first, String last) {
        return new Activity(day(first), day(last), day(first).until(day(last)).getDays() + 1L, null);
    }

    static Backdrop backdrop(String horizon, String workedUntil) {
        var days = new TreeSet<>(BEGIN.datesUntil(day(horizon).plusDays(1)).toList());
        return new Backdrop(day(horizon), workedUntil == null ? null : day(workedUntil), days);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # last,       horizon,    worked until, verdict
            2022-10-13,   2022-10-31, 2022-10-13,   at-risk in-use
            2022-10-13,   2022-11-11, 2022-10-13,   at-risk in-use
            2022-10-13,   2022-11-12, 2022-10-13,   unverified silent-without-proof
            2022-10-13,   2023-01-31, 2022-10-13,   unverified silent-without-proof
            2022-09-20,   2022-12-31, 2022-10-13,   unverified silent-without-proof
            2022-09-13,   2022-10-31, 2022-10-13,   verified silent-while-it-worked
            2022-08-20,   2022-12-31, 2022-10-13,   verified silent-while-it-worked
            2022-08-20,   2022-08-31, 2022-08-31,   at-risk in-use
            """, delimiter = ',', ignoreLeadingAndTrailingWhitespace = true)
    void silence_counts_only_while_the_protocol_worked(
            String last, String horizon, String workedUntil, String verdict) {
        var shown = Silence.of(new Silence.Trace(daily("2022-08-15", last), backdrop(horizon, workedUntil)));

        assertThat(words(shown)).isEqualTo(verdict);
    }

    @Test
    void a_hole_in_the_evidence_proves_nothing() {
        var holes = new TreeSet<>(Stream.concat(
                        BEGIN.datesUntil(day("2022-08-21")), day("2022-10-01").datesUntil(day("2022-10-14")))
                .toList());
        var backdrop = new Backdrop(day("2022-10-13"), day("2022-10-13"), holes);

        assertThat(words(Silence.of(new Silence.Trace(daily("2022-08-15", "2022-08-20"), backdrop))))
                .isEqualTo("unverified silent-without-proof");
    }

    @Test
    void who_speaks_once_a_month_is_not_silent_after_a_month() {
        var monthly = new Activity(day("2022-05-01"), day("2022-08-01"), 4, null);
        var once = new Activity(day("2022-08-01"), day("2022-08-01"), 1, null);
        var later = backdrop("2022-10-31", "2022-10-31");

        assertThat(words(Silence.of(new Silence.Trace(monthly, later)))).isEqualTo("at-risk in-use");
        assertThat(words(Silence.of(new Silence.Trace(once, later)))).isEqualTo("at-risk in-use");
        assertThat(words(Silence.of(new Silence.Trace(once, backdrop("2022-11-01", "2022-11-01")))))
                .isEqualTo("verified silent-while-it-worked");
    }

    @Test
    void who_is_blocked_and_goes_on_is_there() {
        var blocked = new Activity(null, null, 0, day("2022-10-20"));
        var blockedSince = new Activity(day("2022-08-01"), day("2022-09-01"), 30, day("2022-10-20"));

        for (var activity : List.of(blocked, blockedSince)) {
            assertThat(words(Silence.of(new Silence.Trace(activity, backdrop("2022-10-31", "2022-10-13")))))
                    .isEqualTo("at-risk still-trying");
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # modern,     word,       verdict
            ,             ,           unverified silent-without-proof
            2022-10-14,   ,           migrated modern-success
            2022-10-13,   ,           unverified silent-without-proof
            2022-09-01,   ,           unverified silent-without-proof
            ,             2022-10-13, migrated somebodys-word
            ,             2022-11-01, migrated somebodys-word
            ,             2022-10-12, unverified used-after-the-word
            2022-10-20,   2022-10-12, verified word-and-evidence
            2022-10-20,   2022-12-01, verified word-and-evidence
            """, delimiter = ',', ignoreLeadingAndTrailingWhitespace = true)
    void a_client_has_moved_by_a_later_modern_success_or_by_somebodys_word(String modern, String word, String verdict) {
        var blocked = new Silence.Trace(daily("2022-08-15", "2022-10-13"), backdrop("2022-12-31", "2022-10-13"));

        var shown = Silence.of(List.of(blocked), modern == null ? null : day(modern), word == null ? null : day(word));

        assertThat(words(shown)).isEqualTo(verdict);
    }

    @Test
    void use_after_the_word_is_a_risk() {
        var used = new Silence.Trace(daily("2022-08-15", "2022-10-13"), backdrop("2022-10-31", "2022-10-13"));

        assertThat(words(Silence.of(List.of(used), null, day("2022-09-01")))).isEqualTo("at-risk used-after-the-word");
    }

    @Test
    void one_protocol_left_behind_decides() {
        var imap = new Silence.Trace(daily("2022-08-15", "2022-09-01"), backdrop("2022-10-31", "2022-10-13"));
        var smtp = new Silence.Trace(daily("2022-08-15", "2022-10-30"), backdrop("2022-10-31", "2022-10-31"));

        assertThat(words(Silence.of(List.of(imap), null, null))).isEqualTo("verified silent-while-it-worked");
        assertThat(words(Silence.of(List.of(imap, smtp), null, null))).isEqualTo("at-risk in-use");
        assertThat(words(Silence.of(List.of(imap, smtp), day("2022-10-05"), null)))
                .as("modern for one, Basic for the other")
                .isEqualTo("at-risk in-use");
    }

    @Test
    void a_modern_success_says_nothing_of_what_is_retired_although_it_is_modern() {
        var ews = new Silence.Trace(daily("2022-08-15", "2022-10-13"), backdrop("2022-10-31", "2022-10-13"), true);
        var imap = new Silence.Trace(daily("2022-08-15", "2022-10-13"), backdrop("2022-12-31", "2022-10-13"));

        assertThat(words(Silence.of(List.of(ews), day("2022-10-20"), null))).isEqualTo("at-risk in-use");
        assertThat(words(Silence.of(List.of(ews, imap), day("2022-10-20"), null)))
                .as("off Basic, and not off EWS")
                .isEqualTo("at-risk in-use");
        assertThat(words(Silence.of(List.of(imap), day("2022-10-20"), null))).isEqualTo("migrated modern-success");
    }

    @Test
    void without_legacy_use_there_is_nothing_to_move() {
        assertThat(words(Silence.of(List.of(), null, null))).isEqualTo("unknown no-evidence");
        assertThat(words(Silence.of(List.of(), day("2022-10-05"), null))).isEqualTo("unaffected modern-only");
        assertThat(words(Silence.of(List.of(), null, day("2022-10-05")))).isEqualTo("migrated somebodys-word");
    }

    static String words(Verdict verdict) {
        return (verdict.migration() + " " + verdict.reason()).toLowerCase().replace('_', '-');
    }
}
