package dev.cutoff.inventory.silence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class SilencePropertyTest {

    private static final LocalDate BEGIN = LocalDate.of(2022, 8, 1);

    @Property
    void silence_alone_is_never_migration(@ForAll("traces") List<Silence.Trace> traces) {
        assertThat(Silence.of(traces, null, null).migration()).isNotEqualTo(Migration.MIGRATED);
    }

    @Property
    void where_nobody_was_seen_to_succeed_afterwards_silence_proves_nothing(@ForAll("trace") Silence.Trace trace) {
        var last = trace.activity().lastDay();
        var backdrop =
                new Backdrop(trace.backdrop().horizon(), last, trace.backdrop().covered());

        assertThat(Silence.of(new Silence.Trace(trace.activity(), backdrop)).migration())
                .isIn(Migration.AT_RISK, Migration.UNVERIFIED);
    }

    @Property
    void a_success_on_the_last_day_is_a_risk_whatever_else_is_known(
            @ForAll("traces") List<Silence.Trace> traces, @ForAll @IntRange(max = 200) int modern) {
        var horizon = traces.getFirst().backdrop().horizon();
        var today = new Silence.Trace(
                new Activity(BEGIN, horizon, 9, null), traces.getFirst().backdrop());
        var all = new java.util.ArrayList<>(traces);
        all.add(today);

        var known = BEGIN.plusDays(modern);
        var verdict = Silence.of(all, known.isAfter(horizon) ? horizon : known, null);

        assertThat(verdict.migration()).isEqualTo(Migration.AT_RISK);
    }

    @Property
    void a_word_never_hides_what_was_seen_after_it(
            @ForAll("traces") List<Silence.Trace> traces, @ForAll @IntRange(max = 200) int word) {
        var said = BEGIN.plusDays(word);
        var verdict = Silence.of(traces, null, said);
        var without = Silence.of(traces, null, null);

        if (traces.stream().anyMatch(trace -> trace.activity().lastDay().isAfter(said))) {
            assertThat(verdict.migration()).isEqualTo(without.migration());
        } else {
            assertThat(verdict.migration()).isIn(Migration.MIGRATED, Migration.VERIFIED);
        }
    }

    @Property
    void the_order_of_uses_makes_no_difference(@ForAll("traces") List<Silence.Trace> traces) {
        assertThat(Silence.of(traces.reversed(), null, null)).isEqualTo(Silence.of(traces, null, null));
    }

    @Provide
    Arbitrary<List<Silence.Trace>> traces() {
        return trace().list().ofMinSize(1).ofMaxSize(4);
    }

    @Provide
    Arbitrary<Silence.Trace> trace() {
        var days = Arbitraries.integers().between(0, 200);
        return Combinators.combine(
                        days,
                        days,
                        Arbitraries.longs().between(1, 300),
                        days.injectNull(0.8),
                        days,
                        days.list().ofMaxSize(150))
                .as((first, length, successes, block, worked, covered) -> {
                    var from = BEGIN.plusDays(first % 100);
                    var until = from.plusDays(length % 100);
                    var blocked = block == null ? null : BEGIN.plusDays(block);
                    var horizon = BEGIN.plusDays(200);
                    var spoken = new TreeSet<LocalDate>(
                            covered.stream().map(BEGIN::plusDays).toList());
                    spoken.add(horizon);
                    return new Silence.Trace(
                            new Activity(from, until, successes, blocked),
                            new Backdrop(horizon, BEGIN.plusDays(worked), spoken));
                });
    }
}
