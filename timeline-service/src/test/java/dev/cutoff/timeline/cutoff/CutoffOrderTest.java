package dev.cutoff.timeline.cutoff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.timeline.rule.AuthMethod;
import dev.cutoff.timeline.rule.Cutoff;
import dev.cutoff.timeline.rule.Protocol;
import dev.cutoff.timeline.rule.State;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Pages of an order by date, with no more than one page in memory. */
class CutoffOrderTest {

    private static final LocalDate FIRST = LocalDate.parse("2026-01-01");

    @Property
    void page_by_page_it_is_what_sorting_all_of_them_gives(
            @ForAll("lines") List<CutoffLine> lines,
            @ForAll("sorts") String sort,
            @ForAll @IntRange(min = 1, max = 7) int limit) {
        var order = CutoffOrder.of(sort);
        var sorted = new ArrayList<>(lines);
        sorted.sort(Comparator.comparing(order::position, order.positions()));

        var paged = new ArrayList<CutoffLine>();
        CutoffPosition after = null;
        List<CutoffLine> page;
        do {
            var nearest = new CutoffOrder.Nearest(order, after, limit);
            lines.forEach(nearest::add);
            page = nearest.inOrder();
            paged.addAll(page);
            after = page.isEmpty() ? after : order.position(page.getLast());
        } while (page.size() == limit);

        assertThat(paged).isEqualTo(sorted);
    }

    @Provide
    Arbitrary<String> sorts() {
        return Arbitraries.of("cutoff", "-cutoff", "latest", "-latest", "decisionBy", "-decisionBy");
    }

    @Provide
    Arbitrary<List<CutoffLine>> lines() {
        var days = Arbitraries.integers().between(0, 5).map(FIRST::plusDays).injectNull(0.3);
        var places = Combinators.combine(Arbitraries.integers().between(1, 9), Arbitraries.of(Protocol.class))
                .as((tenant, protocol) -> new Object[] {new UUID(0, tenant), protocol});
        return Combinators.combine(places, days, days, days)
                .as((place, earliest, latest, decisionBy) -> new CutoffLine(
                        (UUID) place[0],
                        "programme",
                        (Protocol) place[1],
                        AuthMethod.BASIC,
                        null,
                        null,
                        State.WORKING,
                        new Cutoff(earliest, latest, null, null, "Why"),
                        decisionBy,
                        1))
                .list()
                .ofMaxSize(30)
                .uniqueElements(CutoffKey::of);
    }
}
