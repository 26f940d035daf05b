package dev.cutoff.notification.ladder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.notification.ladder.Earlier.Standing;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people say, held against the facts, and what that does to the ladder. */
class AnsweredTest {

    private static final String NAO = "nao@contoso.example";
    private static final String AIKO = "aiko@contoso.example";
    private static final LocalDate THURSDAY = LocalDate.parse("2022-10-20");
    private static final Deadline NAMED = Deadline.cutoff(THURSDAY, THURSDAY, THURSDAY);
    /** Of the day on which the answers below are given. */
    private static final LocalDate SAID = LocalDate.parse("2022-09-12");

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            # says     | date       | today      | decide by  | seen last            | resolved | owner | stands so
            done,        -,           2022-09-12,  -,           -,                     false,     nao,    STANDS
            done,        -,           2022-09-20,  -,           2022-09-12T09:00:00Z,  false,     nao,    STANDS
            done,        -,           2022-09-20,  -,           2022-09-12T09:00:01Z,  false,     nao,    CONTRADICTED
            done,        -,           2022-09-20,  -,           2022-09-13T00:00:00Z,  true,      nao,    CONFIRMED
            done,        -,           2022-09-20,  -,           -,                     false,     aiko,   STANDS
            planned,     2022-10-20,  2022-09-12,  -,           -,                     false,     nao,    STANDS
            planned,     2022-10-21,  2022-09-12,  -,           -,                     false,     nao,    TOO_LATE
            planned,     2022-10-01,  2022-09-12,  2022-09-30,  -,                     false,     nao,    TOO_LATE
            planned,     2022-09-30,  2022-09-12,  2022-09-30,  -,                     false,     nao,    STANDS
            planned,     2022-10-01,  2022-09-12,  2022-09-11,  -,                     false,     nao,    STANDS
            planned,     2022-09-30,  2022-09-30,  -,           -,                     false,     nao,    STANDS
            planned,     2022-09-30,  2022-10-01,  -,           -,                     false,     nao,    LAPSED
            planned,     2022-09-30,  2022-10-01,  -,           -,                     true,      nao,    CONFIRMED
            planned,     2022-09-30,  2022-09-12,  -,           -,                     false,     aiko,   LAPSED
            need-help,   -,           2022-09-12,  -,           -,                     false,     nao,    STANDS
            need-help,   -,           2022-09-12,  -,           -,                     false,     aiko,   LAPSED
            not-mine,    -,           2022-09-12,  -,           -,                     false,     nao,    STANDS
            not-mine,    -,           2022-09-12,  -,           -,                     true,      aiko,   STANDS
            """)
    void an_answer_stands_until_facts_or_days_speak_against_it(
            String kind,
            @Nullable LocalDate date,
            LocalDate today,
            @Nullable LocalDate decideBy,
            @Nullable Instant seen,
            boolean resolved,
            String owner,
            AnswerStanding standing) {
        var ground =
                new Reply.Ground(NAMED, decideBy, resolved, seen, owner + "@contoso.example", ZoneOffset.UTC, today);

        assertThat(reply(NAO, kind, date, "2022-09-12T09:00:00Z").standing(ground))
                .isEqualTo(standing);
    }

    @Test
    void what_was_not_theirs_may_be_given_to_them_later() {
        var disowned = new Reply(
                UUID.randomUUID(), AIKO, AnswerKind.NOT_MINE, null, Instant.parse("2022-09-12T09:00:00Z"), NAO);

        assertThat(Answered.disowning(List.of(disowned), ground(SAID, null, NAO)))
                .containsExactly(AIKO);
        assertThat(Answered.disowning(List.of(disowned), ground(SAID, null, AIKO)))
                .isEmpty();
    }

    @Test
    void of_several_people_the_latest_word_counts_and_that_it_is_not_theirs_is_none_about_the_client() {
        var done = reply(NAO, "done", null, "2022-09-12T09:00:00Z");
        var planned = reply(AIKO, "planned", LocalDate.parse("2022-09-30"), "2022-09-12T09:00:01Z");
        var notTheirs = reply(AIKO, "not-mine", null, "2022-09-12T09:00:02Z");

        assertThat(answered(SAID, done, notTheirs)).isEqualTo(new Answered.Done());
        assertThat(answered(SAID, planned, done)).isEqualTo(new Answered.Planned(SAID, LocalDate.parse("2022-09-30")));
        assertThat(answered(LocalDate.parse("2022-10-01"), planned, done))
                .as("what has lapsed counts no more")
                .isEqualTo(new Answered.Done());
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            # planned for | rungs told from the day of the answer on, each with its day
            2022-10-07,     14 2022-10-06; 7 2022-10-13; 3 2022-10-17; 1 2022-10-19; 0 2022-10-20; -1 2022-10-21
            2022-10-06,     30 2022-09-20; 14 2022-10-07; 7 2022-10-13; 3 2022-10-17; 1 2022-10-19; 0 2022-10-20; -1 2022-10-21
            2022-10-18,     3 2022-10-17; 1 2022-10-19; 0 2022-10-20; -1 2022-10-21
            2022-09-15,     60 2022-09-16; 30 2022-09-20; 14 2022-10-06; 7 2022-10-13; 3 2022-10-17; 1 2022-10-19; 0 2022-10-20; -1 2022-10-21
            2022-12-24,     1 2022-10-19; -1 2022-10-21
            """)
    void until_the_planned_day_one_rung_before_is_told_and_after_it_all_again(LocalDate date, String told) {
        assertThat(play(List.of(reply(NAO, "planned", date, "2022-09-12T09:00:00Z")), null, NAMED))
                .as("bounded by the day on which it stops")
                .containsExactly(told.split("; "));
    }

    @Test
    void what_is_planned_is_still_told_when_its_day_moves() {
        var told = new Earlier(Topic.DEADLINE, THURSDAY, true, null, 60, Standing.TOLD, LocalDate.parse("2022-08-19"));
        var sooner = LocalDate.parse("2022-10-14");
        var situation = situation(
                Deadline.cutoff(sooner, sooner, sooner),
                List.of(told),
                new Answered.Planned(SAID, LocalDate.parse("2022-10-07")),
                false);

        assertThat(Ladder.decide(situation, Policy.DEFAULT, SAID.plusDays(1)))
                .filteredOn(Decision.Send.class::isInstance)
                .extracting(Decision::reason)
                .containsExactly(Reason.MOVED);
    }

    @Test
    void a_day_that_is_named_while_it_is_planned_is_told_and_the_rung_of_that_day_not_decided_twice() {
        var planned = new Answered.Planned(SAID, LocalDate.parse("2022-10-18"));
        var today = LocalDate.parse("2022-10-13");

        assertThat(Ladder.decide(situation(NAMED, List.of(), planned, false), Policy.DEFAULT, today))
                .containsExactly(new Decision.Send(7, Reason.DAY_NAMED, null));
    }

    @Test
    void nothing_is_told_of_what_is_done_not_even_that_it_is_over() {
        var told = new Earlier(Topic.DEADLINE, THURSDAY, true, null, 60, Standing.TOLD, LocalDate.parse("2022-08-19"));
        var over =
                new Situation(State.NOT_AFFECTED, null, true, false, List.of(told), null, new Answered.Done(), false);

        assertThat(Ladder.decide(situation(NAMED, List.of(told), new Answered.Done(), false), Policy.DEFAULT, THURSDAY))
                .containsExactly(new Decision.Withhold(0, Reason.DONE));
        assertThat(Ladder.decide(over, Policy.DEFAULT, THURSDAY)).isEmpty();
    }

    @Test
    void that_it_is_in_use_after_all_is_told_at_once_and_once() {
        var told = new Earlier(Topic.DEADLINE, THURSDAY, true, null, 30, Standing.TOLD, LocalDate.parse("2022-09-20"));
        var today = LocalDate.parse("2022-09-26");
        var contradicted = new Answered.Contradicted(SAID);

        assertThat(Ladder.decide(situation(NAMED, List.of(told), contradicted, true), Policy.DEFAULT, today))
                .containsExactly(new Decision.Send(24, Reason.CONTRADICTED, told));
        assertThat(Ladder.decide(situation(NAMED, List.of(told), contradicted, false), Policy.DEFAULT, today))
                .isEmpty();
    }

    @Property(tries = 300)
    void after_done_nobody_is_told_until_it_is_seen_in_use(
            @ForAll @IntRange(max = 100) int saidAfter, @ForAll @IntRange(min = 1, max = 100) int seenAfter) {
        var said = Instant.parse("2022-07-10T09:00:00Z").plusSeconds(saidAfter * 86400L);
        var seen = said.plusSeconds(seenAfter * 86400L);
        var told = play(List.of(reply(NAO, "done", null, said.toString())), seen, NAMED);

        assertThat(told.stream().map(item -> LocalDate.parse(item.split(" ")[1])))
                .allMatch(day -> !day.isBefore(LocalDate.ofInstant(seen, ZoneOffset.UTC)));
    }

    @Property(tries = 300)
    void a_plan_never_keeps_back_what_is_due_after_its_day_nor_after_the_day_on_which_it_stops(
            @ForAll @IntRange(max = 120) int planned) {
        var date = SAID.plusDays(planned);
        var told = new HashSet<>(play(List.of(reply(NAO, "planned", date, "2022-09-12T09:00:00Z")), null, NAMED));
        var bound = date.isBefore(THURSDAY) ? date : THURSDAY;

        assertThat(told)
                .containsAll(play(List.of(), null, NAMED).stream()
                        .filter(item -> LocalDate.parse(item.split(" ")[1]).isAfter(bound))
                        .toList());
        assertThat(told.stream()
                        .filter(item -> !LocalDate.parse(item.split(" ")[1]).isAfter(bound)))
                .hasSizeLessThan(2);
    }

    /** Plans every day from that of the answer on, and sends what is planned at once: {@code rung day}. */
    private static List<String> play(List<Reply> replies, @Nullable Instant seen, Deadline deadline) {
        var told = new ArrayList<String>();
        var earlier = new ArrayList<Earlier>(List.of(
                new Earlier(Topic.DEADLINE, deadline.day(), true, null, 90, Standing.TOLD, SAID.minusDays(54))));
        var days = Stream.iterate(SAID, day -> !day.isAfter(THURSDAY.plusDays(5)), day -> day.plusDays(1));
        var isTold = new boolean[1];
        days.forEach(today -> {
            var known =
                    seen != null && !LocalDate.ofInstant(seen, ZoneOffset.UTC).isAfter(today) ? seen : null;
            var answered = Answered.of(replies, ground(today, known, NAO));
            var isNews = answered instanceof Answered.Contradicted && !isTold[0];
            for (var decision : Ladder.decide(situation(deadline, earlier, answered, isNews), Policy.DEFAULT, today)) {
                if (decision instanceof Decision.Send send) {
                    isTold[0] |= send.reason() == Reason.CONTRADICTED;
                    told.add(send.rung() + " " + today);
                    earlier.add(
                            new Earlier(Topic.DEADLINE, deadline.day(), true, null, send.rung(), Standing.TOLD, today));
                }
            }
        });
        return told;
    }

    private static Situation situation(
            Deadline deadline, List<Earlier> earlier, Answered answered, boolean isContradictionNews) {
        return new Situation(
                State.SCHEDULED, deadline, false, false, List.copyOf(earlier), null, answered, isContradictionNews);
    }

    private static Answered answered(LocalDate today, Reply... replies) {
        return Answered.of(Arrays.asList(replies), ground(today, null, NAO));
    }

    private static Reply.Ground ground(LocalDate today, @Nullable Instant seen, String owner) {
        return new Reply.Ground(NAMED, null, false, seen, owner, ZoneOffset.UTC, today);
    }

    private static Reply reply(String person, String kind, @Nullable LocalDate date, String at) {
        return new Reply(
                UUID.randomUUID(),
                person,
                AnswerKind.valueOf(kind.toUpperCase().replace('-', '_')),
                date,
                Instant.parse(at),
                NAO);
    }
}
