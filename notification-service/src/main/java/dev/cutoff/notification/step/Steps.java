package dev.cutoff.notification.step;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The table of what to do. */
public final class Steps {

    /** Which of the ways to go. */
    public enum Choice {
        /** Each where it fits. */
        EACH,
        /** The one that suits best. */
        ONE
    }

    /**
     * What to do in a case.
     *
     * @param ways at least one, the best first
     */
    public record Advice(Choice choice, List<Way> ways) {}

    /**
     * A row of the table, for one cell or for several; an empty list stands for all there are.
     *
     * @param ways by id
     */
    record Row(
            List<String> programmes,
            List<String> protocols,
            List<String> authMethods,
            List<String> kinds,
            Choice choice,
            List<String> ways) {

        boolean fits(Case asked) {
            return fits(programmes, asked.programme())
                    && fits(protocols, asked.protocol())
                    && fits(authMethods, asked.authMethod())
                    && fits(kinds, asked.kind());
        }

        private static boolean fits(List<String> some, String value) {
            return some.isEmpty() || some.contains(value);
        }
    }

    private final Map<String, Way> ways;
    private final List<Row> rows;

    /** @param rows the first that fits decides */
    Steps(Map<String, Way> ways, List<Row> rows) {
        this.ways = Map.copyOf(ways);
        this.rows = List.copyOf(rows);
    }

    /** As it is shipped. */
    public static Steps shipped() {
        return StepTable.SHIPPED;
    }

    /** Every way that there is, by id. */
    public Map<String, Way> ways() {
        return ways;
    }

    /**
     * What to do, of what is offered by then and lasts.
     *
     * @param today on which it is asked for
     * @param stops last day on which what is retired may still work, as far as is known
     */
    public Advice advice(Case asked, LocalDate today, LocalDate stops) {
        return rows.stream()
                .filter(row -> row.fits(asked))
                .flatMap(row -> advice(row, today, stops).stream())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Nothing to do about " + asked));
    }

    private Optional<Advice> advice(Row row, LocalDate today, LocalDate stops) {
        var left = row.ways().stream()
                .map(ways::get)
                .filter(way -> way.isOfferedOn(today) && way.outlasts(stops))
                .toList();
        return left.isEmpty() ? Optional.empty() : Optional.of(new Advice(row.choice(), left));
    }
}
