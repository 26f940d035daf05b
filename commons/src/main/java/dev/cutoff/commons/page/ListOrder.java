package dev.cutoff.commons.page;

import dev.cutoff.commons.problem.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The order of a list, which ends in a unique key, as SQL says it. */
record ListOrder(List<Key> keys) {

    /**
     * @param name as callers know it
     * @param expression never null for any row
     * @param type of the expression in PostgreSQL
     */
    record Key(String name, String expression, String type, boolean descending) {

        private Key running(boolean down) {
            return new Key(name, expression, type, down);
        }
    }

    /**
     * @param sort fields in order of weight, {@code -} for descending; null for the list's own order
     * @throws Refusal 400 for a field that cannot be sorted by
     */
    static ListOrder of(@Nullable String sort, Map<String, Key> sortable, List<Key> unique) {
        var order = new ArrayList<Key>();
        for (var field : sort == null || sort.isEmpty() ? new String[0] : sort.split(",")) {
            var descending = field.startsWith("-");
            var key = sortable.get(descending ? field.substring(1) : field);
            if (key == null) {
                throw Refusal.invalidParameter(
                        "sort",
                        sortable.isEmpty()
                                ? "must be left out: this list has one order"
                                : "must name some of " + String.join(", ", sortable.keySet()));
            }
            order.add(key.running(descending));
        }
        var descending = !order.isEmpty() && order.getLast().descending();
        unique.forEach(key -> order.add(key.running(descending)));
        return new ListOrder(order);
    }

    int size() {
        return keys.size();
    }

    static String column(int i) {
        return "key_" + i;
    }

    /** The keys as columns. */
    String columns() {
        return each(i -> keys.get(i).expression() + " as " + column(i));
    }

    /** The keys as texts, for the cursor. */
    String texts() {
        return each(i -> "(%s)::text as %s".formatted(keys.get(i).expression(), column(i)));
    }

    /** The same of a table that has them as columns. */
    String textsOf(String alias) {
        return each(i -> "%1$s.%2$s::text as %2$s".formatted(alias, column(i)));
    }

    String by() {
        return each(i -> keys.get(i).expression() + direction(i));
    }

    /** The same for a table that has the keys as columns. */
    String byColumnsOf(String alias) {
        return each(i -> alias + "." + column(i) + direction(i));
    }

    private String direction(int i) {
        return keys.get(i).descending() ? " desc" : "";
    }

    /** What comes behind a row: one row comparison where all keys run the same way, which an index can serve; else the same spelled out. */
    String after() {
        if (keys.stream().map(Key::descending).distinct().count() == 1) {
            return "(%s) %s (%s)"
                    .formatted(
                            each(i -> keys.get(i).expression()),
                            keys.getFirst().descending() ? "<" : ">",
                            each(this::bound));
        }
        return IntStream.range(0, size())
                .mapToObj(last -> IntStream.rangeClosed(0, last)
                        .mapToObj(i -> keys.get(i).expression()
                                + (i < last ? " = " : keys.get(i).descending() ? " < " : " > ")
                                + bound(i))
                        .collect(Collectors.joining(" and ", "(", ")")))
                .collect(Collectors.joining(" or "));
    }

    /** The parameter that {@link #after} compares a key with. */
    static String parameter(int i) {
        return "k" + i;
    }

    private String bound(int i) {
        return "cast(:%s as %s)".formatted(parameter(i), keys.get(i).type());
    }

    private String each(Function<Integer, String> part) {
        return IntStream.range(0, size()).boxed().map(part).collect(Collectors.joining(", "));
    }
}
