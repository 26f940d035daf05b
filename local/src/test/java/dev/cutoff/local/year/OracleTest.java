package dev.cutoff.local.year;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** One owner, one client, one tenant each: the third is never named a day, and the first is excepted in October. */
class OracleTest {

    private static final int EXCEPTED = 0;
    private static final int UNNAMED = 2;
    private static final LocalDate DECEMBER = LocalDate.of(2026, 12, 1);
    private static final LocalDate MARCH = LocalDate.of(2027, 3, 1);

    private final Cast cast = Cast.of(new Size(10, 10, 10, 365, 1));
    private final Deeds deeds = Deeds.none();
    private final Postbox postbox = new Postbox();

    @Test
    void a_year_without_mail_misses_everybody_whose_client_stops() {
        assertThat(judged().of(Oracle.MISSED)).isEqualTo(8);
    }

    @Test
    void who_was_told_before_the_day_moved_has_not_been_told_in_time() {
        var missed = judged().of(Oracle.MISSED);
        tell(UNNAMED, "2026-10-02", DECEMBER);
        assertThat(judged().of(Oracle.MISSED)).isEqualTo(missed);

        tell(UNNAMED, "2026-11-20", MARCH);
        assertThat(judged().of(Oracle.MISSED)).isEqualTo(missed - 1);
    }

    @Test
    void two_mails_on_one_day_and_a_rung_twice_are_doubled() {
        tell(UNNAMED, "2026-09-02", DECEMBER);
        tell(UNNAMED, "2026-09-02", DECEMBER);
        tell(UNNAMED, "2026-09-14", DECEMBER);
        tell(UNNAMED, "2026-10-02", DECEMBER);

        var faults = judged();

        assertThat(faults.of(Oracle.TWICE_A_DAY)).isEqualTo(1);
        assertThat(faults.of(Oracle.RUNG_TWICE)).isEqualTo(2);
    }

    @Test
    void five_working_days_are_kept_unless_it_is_news() {
        tell(UNNAMED, "2026-11-17", DECEMBER);
        tell(UNNAMED, "2026-11-20", MARCH);
        assertThat(judged().of("no-calm")).as("it has moved").isZero();

        tell(UNNAMED, "2026-11-24", MARCH);
        assertThat(judged().of("no-calm")).isEqualTo(1);
    }

    @Test
    void what_is_said_at_the_wrong_time_or_to_the_wrong_person_is_a_fault() {
        tell(UNNAMED, "2026-05-20", DECEMBER);
        tell(UNNAMED, "2026-11-23", DECEMBER);
        tell(UNNAMED, "2027-04-05", MARCH);
        postbox.keep(mail(owner(EXCEPTED), "2026-11-23", Map.of(UNNAMED, MARCH), Set.of()));
        deeds.gone().put(UNNAMED, LocalDate.of(2026, 11, 23));
        deeds.declined().put(UNNAMED, LocalDate.of(2027, 1, 1));

        assertThat(judged().counts())
                .containsEntry("before-release", 1)
                .containsEntry("another-day", 1)
                .containsEntry("after-it-was-over", 1)
                .containsEntry("not-theirs", 1)
                .containsEntry("after-it-was-done", 3)
                .containsEntry("after-it-was-declined", 1);
    }

    @Test
    void what_is_excepted_is_told_as_over_once_to_who_was_told() {
        tell(EXCEPTED, "2026-09-02", DECEMBER);
        assertThat(judged().of("all-clear")).as("nobody said so").isEqualTo(1);

        postbox.keep(mail(owner(EXCEPTED), "2026-10-05", Map.of(), Set.of(EXCEPTED)));
        assertThat(judged().of("all-clear")).isZero();

        postbox.keep(mail(owner(EXCEPTED), "2026-10-12", Map.of(), Set.of(EXCEPTED)));
        assertThat(judged().of("all-clear")).as("twice").isEqualTo(1);
    }

    @Test
    void what_is_planned_is_told_once_until_its_day() {
        deeds.planned().put(UNNAMED, LocalDate.of(2026, 10, 5));
        tell(UNNAMED, "2026-10-30", DECEMBER);
        assertThat(judged().of("planned-and-told")).isZero();

        tell(UNNAMED, "2026-11-17", DECEMBER);
        assertThat(judged().of("planned-and-told")).isEqualTo(1);
    }

    private Faults judged() {
        return new Oracle(cast, deeds, postbox, LocalDate.of(2027, 4, 30)).judge();
    }

    private void tell(int client, String day, LocalDate stops) {
        postbox.keep(mail(owner(client), day, Map.of(client, stops), Set.of()));
    }

    private String owner(int client) {
        return cast.ownerOf(cast.clients().get(client)).address();
    }

    private static Mail mail(String person, String day, Map<Integer, LocalDate> stops, Set<Integer> cleared) {
        return new Mail(person, "<" + day + person + ">", LocalDate.parse(day), stops, cleared, Set.of());
    }
}
