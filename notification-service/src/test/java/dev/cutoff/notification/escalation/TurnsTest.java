package dev.cutoff.notification.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.notification.ladder.Deadline;
import dev.cutoff.notification.ladder.Policy;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two weeks before a cutoff on Thursday 20 October 2022: Thursday the 6th is the first day that counts. */
class TurnsTest {

    private static final LocalDate DAY = LocalDate.parse("2022-10-20");
    private static final Deadline NAMED = Deadline.cutoff(DAY, DAY, DAY);
    private static final Deadline WINDOW = Deadline.cutoff(DAY, DAY.plusDays(80), null);

    /**
     * In a line: a name, then {@code +n} for working days, {@code c} for a contact, {@code x} for unreachable, {@code -} for not theirs,
     * {@code !} if silence has moved on to them, {@code @MM-dd} for the day of the first mail that they have not answered.
     */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
            # in line                                     | today      | turns                                                      | vacancy
            nao+5 aiko+3 boss+2 contact+9c                | 2022-10-06 | nao first, aiko waits, boss waits, contact waits           | none
            nao+5@10-06 aiko+3 boss+2 contact+9c          | 2022-10-12 | nao first, aiko waits, boss waits, contact waits           | none
            nao+5@10-06 aiko+3 boss+2 contact+9c          | 2022-10-13 | nao first, aiko no-answer, boss waits, contact waits       | none
            nao+5@08-01 aiko+3 boss+2 contact+9c          | 2022-10-12 | nao first, aiko waits, boss waits, contact waits           | none
            nao+5@08-01 aiko+3 boss+2 contact+9c          | 2022-10-13 | nao first, aiko no-answer, boss waits, contact waits       | none
            nao+5@10-06 aiko+3@10-13 boss+2 contact+9c    | 2022-10-18 | nao first, aiko no-answer, boss no-answer, contact waits   | none
            nao+5@10-06 aiko+3@10-13 boss+2@10-18 contact+9c | 2022-10-20 | nao first, aiko no-answer, boss no-answer, contact no-answer | no-answer
            nao+5x aiko+3 boss+2 contact+9c               | 2022-08-01 | nao passed, aiko not-reached, boss waits, contact waits    | none
            nao+5- aiko+3 boss+2 contact+9c               | 2022-08-01 | nao passed, aiko handed-on, boss waits, contact waits      | none
            nao+5x aiko+3@10-06 boss+2 contact+9c         | 2022-10-11 | nao passed, aiko not-reached, boss no-answer, contact waits | none
            nao+5x aiko+3x boss+2x contact+9c             | 2022-08-01 | nao passed, aiko passed, boss passed, contact not-reached  | unreachable
            nao+5x aiko+3- contact+9c                     | 2022-08-01 | nao passed, aiko passed, contact handed-on                 | not-mine
            nao+5x- contact+9c                            | 2022-08-01 | nao passed, contact not-reached                            | unreachable
            nao+5@10-06 aiko+3x contact+9c                | 2022-10-13 | nao first, aiko passed, contact no-answer                  | no-answer
            nao+5@10-06 aiko+3x contact+9c                | 2022-10-12 | nao first, aiko passed, contact waits                      | none
            nao+5 aiko+3!@10-13 contact+9c                | 2022-10-14 | nao first, aiko no-answer, contact waits                   | none
            nao+5@10-06                                   | 2022-10-13 | nao first                                                  | no-answer
            nao+5x contact+9cx                            | 2022-10-06 | nao passed, contact passed                                 | no-contact
            contact+9c                                    | 2022-10-06 | contact first                                              | none
            """)
    void whose_turn_it_is(String line, LocalDate today, String turns, @Nullable String vacancy) {
        var decided = Turns.of(candidates(line), Patience.before(NAMED, 14, Policy.DEFAULT), today);

        assertThat(said(decided)).isEqualTo(turns);
        assertThat(decided.vacancy(true).map(TurnsTest::word).orElse(null)).isEqualTo(vacancy);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # nothing stops today in a window that has opened | today      | turns
            nao+5@10-06 aiko+3                                | 2022-10-13 | nao first, aiko no-answer
            nao+5@10-14 aiko+3                                | 2022-10-21 | nao first, aiko waits
            nao+5@10-25 aiko+3                                | 2022-11-30 | nao first, aiko waits
            """)
    void an_open_window_is_no_reason(String line, LocalDate today, String turns) {
        assertThat(said(Turns.of(candidates(line), Patience.before(WINDOW, 14, Policy.DEFAULT), today)))
                .isEqualTo(turns);
    }

    @ParameterizedTest
    @CsvSource({"nao+5@08-01 aiko+3, 2022-12-01"})
    void without_a_day_silence_stays_where_it_is(String line, LocalDate today) {
        var turns = Turns.of(candidates(line), Patience.before(null, 14, Policy.DEFAULT), today);

        assertThat(said(turns)).isEqualTo("nao first, aiko waits");
        assertThat(turns.vacancy(true)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            contact+9c  | no-owner
            contact+9cx | no-contact
            """)
    void what_nobody_answers_for_is_vacant_at_once(String line, String vacancy) {
        var turns = Turns.of(candidates(line), Patience.endless(Policy.DEFAULT), DAY);

        assertThat(turns.vacancy(false).map(TurnsTest::word)).contains(vacancy);
    }

    static List<Candidate> candidates(String line) {
        return Arrays.stream(line.split(" ")).map(TurnsTest::candidate).toList();
    }

    private static Candidate candidate(String text) {
        var parts = text.split("\\+|@");
        var marks = parts[1];
        return new Candidate(
                parts[0],
                Character.getNumericValue(marks.charAt(0)),
                marks.contains("c"),
                !marks.contains("x"),
                marks.contains("-"),
                marks.contains("!"),
                parts.length < 3 ? null : LocalDate.parse("2022-" + parts[2]));
    }

    static String said(Turns turns) {
        return turns.all().stream()
                .map(turn -> turn.candidate().person() + " "
                        + switch (turn) {
                            case Turn.Told told -> word(told.cause());
                            case Turn.Passed ignored -> "passed";
                            case Turn.Waits ignored -> "waits";
                        })
                .collect(Collectors.joining(", "));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase().replace('_', '-');
    }
}
