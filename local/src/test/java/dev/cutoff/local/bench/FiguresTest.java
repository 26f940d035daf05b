package dev.cutoff.local.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FiguresTest {

    @Test
    void half_of_the_answers_were_quicker_than_p50_and_one_in_a_hundred_slower_than_p99() {
        var slowFirst =
                LongStream.rangeClosed(1, 1000).map(n -> (1001 - n) * 1_000_000).toArray();

        var figures = Figures.of(Stream.of(slowFirst), 4);

        assertThat(figures).isEqualTo(new Figures(1000, 250, 501, 991));
    }

    @Test
    void threads_count_together() {
        assertThat(Figures.of(Stream.of(new long[] {1_000_000}, new long[] {3_000_000}), 2))
                .isEqualTo(new Figures(2, 1, 3, 3));
    }

    @Test
    void no_answer_is_no_figure() {
        assertThatThrownBy(() -> Figures.of(Stream.of(new long[0]), 1)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void the_ratio_is_that_of_the_throughputs() {
        var http = new Figures(10, 100, 1, 1);
        var sql = new Figures(10, 250, 1, 1);

        assertThat(Comparison.of(http, sql, List.of()).ratio()).isEqualTo(0.4);
    }

    @Test
    void every_question_has_its_sql() {
        assertThat(Question.values())
                .allSatisfy(question ->
                        assertThat(question.sql()).contains("select").containsOnlyOnce("cast(? as uuid)"));
    }
}
