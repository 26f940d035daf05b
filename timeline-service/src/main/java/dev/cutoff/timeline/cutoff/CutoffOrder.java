package dev.cutoff.timeline.cutoff;

import dev.cutoff.commons.problem.Refusal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An order by date; what has none comes last, and within a day the list's own order holds.
 *
 * @param field by which date
 * @param isDescending latest first
 */
record CutoffOrder(Function<CutoffLine, @Nullable LocalDate> field, boolean isDescending) {

    private static final Map<String, Function<CutoffLine, @Nullable LocalDate>> FIELDS = fields();

    private static Map<String, Function<CutoffLine, @Nullable LocalDate>> fields() {
        var fields = new LinkedHashMap<String, Function<CutoffLine, @Nullable LocalDate>>();
        fields.put("cutoff", line -> line.cutoff().earliest());
        fields.put("latest", line -> line.cutoff().latest());
        fields.put("decisionBy", CutoffLine::decisionBy);
        return fields;
    }

    /**
     * @param sort name of a field, {@code -} before it for descending
     * @throws Refusal 400 naming the fields that there are
     */
    static CutoffOrder of(String sort) {
        var isDescending = sort.startsWith("-");
        var field = FIELDS.get(isDescending ? sort.substring(1) : sort);
        if (field == null) {
            throw Refusal.invalidParameter("sort", "must name one of " + String.join(", ", FIELDS.keySet()));
        }
        return new CutoffOrder(field, isDescending);
    }

    CutoffPosition position(CutoffLine line) {
        return new CutoffPosition(field.apply(line), CutoffKey.of(line));
    }

    Comparator<CutoffPosition> positions() {
        Comparator<LocalDate> direction = isDescending ? Comparator.reverseOrder() : Comparator.naturalOrder();
        return Comparator.comparing(CutoffPosition::date, Comparator.nullsLast(direction))
                .thenComparing(CutoffPosition::key);
    }

    /** Of many lines those that come next behind a position, however many are offered. */
    static final class Nearest {

        private record Placed(CutoffPosition position, CutoffLine line) {}

        private final CutoffOrder order;
        private final Comparator<CutoffPosition> positions;
        private final @Nullable CutoffPosition after;
        private final int most;
        private final PriorityQueue<Placed> farthestFirst;

        /** @param after null for the very first */
        Nearest(CutoffOrder order, @Nullable CutoffPosition after, int most) {
            this.order = order;
            this.positions = order.positions();
            this.after = after;
            this.most = most;
            this.farthestFirst = new PriorityQueue<>(Comparator.comparing(Placed::position, positions.reversed()));
        }

        void add(CutoffLine line) {
            var position = order.position(line);
            if (after != null && positions.compare(position, after) <= 0) {
                return;
            }
            farthestFirst.add(new Placed(position, line));
            if (farthestFirst.size() > most) {
                farthestFirst.poll();
            }
        }

        List<CutoffLine> inOrder() {
            return farthestFirst.stream()
                    .sorted(Comparator.comparing(Placed::position, positions))
                    .map(Placed::line)
                    .toList();
        }
    }
}
