package dev.cutoff.commons.page;

import dev.cutoff.commons.database.RecordMapper;
import dev.cutoff.commons.problem.Refusal;
import dev.cutoff.commons.security.TenantScope;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;

/**
 * A list as one SQL query: columns, filters and an order that ends in a unique key, read page by page after the key of the last
 * row. A page costs the same at any depth and stays stable while others write.
 *
 * @param <T> record whose components are the columns
 */
public final class ListQuery<T> {

    private record Row<T>(T value, List<String> keys) {}

    private record Key(String name, String expression, String type, boolean descending) {}

    private static final int MOST_AT_A_TIME = 1000;

    private final RowMapper<T> mapper;
    private final String columns;
    private final String from;
    private final List<String> conditions = new ArrayList<>();
    private final List<String> described = new ArrayList<>();
    private final Map<String, Object> bindings = new LinkedHashMap<>();
    private final Map<String, Key> sortable = new LinkedHashMap<>();
    private final List<Key> unique = new ArrayList<>();
    private List<String> fields = List.of();
    private boolean isCounted;

    private ListQuery(RowMapper<T> mapper, String columns, String from) {
        this.mapper = mapper;
        this.columns = columns;
        this.from = from;
    }

    /**
     * @param row record whose components are the columns
     * @param columns what stands between {@code select} and {@code from}
     * @param from what stands behind {@code from}, joins and all
     */
    public static <T> ListQuery<T> of(Class<T> row, String columns, String from) {
        return of(RecordMapper.of(row), columns, from);
    }

    public static <T> ListQuery<T> of(RowMapper<T> mapper, String columns, String from) {
        return new ListQuery<>(mapper, columns, from);
    }

    /** Adds a filter without a value. */
    public ListQuery<T> where(String condition) {
        conditions.add(condition);
        described.add(condition);
        return this;
    }

    /** Adds a filter, or nothing if there is no value to filter by. */
    public ListQuery<T> where(String condition, String name, @Nullable Object value) {
        if (value != null) {
            conditions.add(condition);
            described.add(condition + "=" + (value instanceof Object[] several ? Arrays.toString(several) : value));
            bindings.put(name, value);
        }
        return this;
    }

    /** Only rows of the tenants in scope. Not part of the cursor: a renewed token may go on where the old one stopped. */
    public ListQuery<T> within(TenantScope scope, String column) {
        if (scope.tenants().size() == 1) {
            // An equality leaves the rest of an index in order, which "one of these" does not.
            conditions.add(column + " = :scope");
            bindings.put("scope", scope.array()[0]);
        } else if (!scope.all()) {
            conditions.add(column + " = any(:scope)");
            bindings.put("scope", scope.array());
        }
        return this;
    }

    /** Only rows that have one of the tenants in scope among theirs; for what spans tenants. Not part of the cursor either. */
    public ListQuery<T> overlapping(TenantScope scope, String arrayColumn) {
        if (!scope.all()) {
            conditions.add(arrayColumn + " && :scope");
            bindings.put("scope", scope.array());
        }
        return this;
    }

    /**
     * Allows sorting by a field.
     *
     * @param name as callers know it
     * @param expression never null for any row
     * @param type of the expression in PostgreSQL
     */
    public ListQuery<T> sortable(String name, String expression, String type) {
        sortable.put(name, new Key(name, expression, type, false));
        return this;
    }

    /** The next part of the key that makes the order total, and the order itself if none is asked for. */
    public ListQuery<T> key(String expression, String type) {
        unique.add(new Key(expression, expression, type, false));
        return this;
    }

    /**
     * Shows only the fields that were asked for, and the total if it was.
     *
     * @param item type of what is listed in the end
     * @throws Refusal 400 for a field that it does not have
     */
    public ListQuery<T> seen(View view, Class<? extends Record> item) {
        fields = view.fieldsOf(item);
        isCounted = view.total();
        return this;
    }

    /** A filter that {@code look} applies and SQL does not see: it belongs to the cursor like the others. */
    public ListQuery<T> computed(String name, @Nullable Object value) {
        if (value != null) {
            described.add(name + "=" + value);
        }
        return this;
    }

    /** A value that {@code from} names. What it filters by also belongs to the cursor: say so with {@link #computed}. */
    public ListQuery<T> binding(String name, Object value) {
        bindings.put(name, value);
        return this;
    }

    /** Reads one page in a transaction of its own, or in the one that is open. */
    public Page<T> page(Jdbi jdbi, Paging paging) {
        return page(jdbi, paging, rows -> rows.stream().map(Optional::of).toList());
    }

    /**
     * Reads one page of what is made of the rows. Where some of them make nothing, it reads on until the page is full.
     *
     * @param look makes of each row what is listed, or nothing if it is to be left out; called with some rows at a time, so that what they
     *     need can be fetched at once
     */
    public <U> Page<U> page(Jdbi jdbi, Paging paging, Function<List<T>, List<Optional<U>>> look) {
        return read(jdbi, paging, look).showing(isCounted ? count(jdbi) : null, fields);
    }

    private <U> Page<U> read(Jdbi jdbi, Paging paging, Function<List<T>, List<Optional<U>>> look) {
        var order = order(paging.sort());
        var fingerprint = fingerprint(order);
        var after = paging.cursor() == null ? null : Cursor.decode(fingerprint, paging.cursor(), order.size());
        var kept = new ArrayList<Row<U>>();
        for (var count = paging.limit() + 1; ; count = Math.min(2 * count, MOST_AT_A_TIME)) {
            var rows = read(jdbi, order, after, count);
            var made = look.apply(rows.stream().map(Row::value).toList());
            for (var i = 0; i < rows.size(); i++) {
                var keys = rows.get(i).keys();
                made.get(i).ifPresent(item -> kept.add(new Row<>(item, keys)));
            }
            var items = kept.stream().limit(paging.limit()).map(Row::value).toList();
            if (kept.size() > paging.limit()) {
                var next =
                        Cursor.encode(fingerprint, kept.get(paging.limit() - 1).keys());
                return new Page<>(
                        items, next, () -> read(jdbi, paging.after(next), look).showing(null, fields));
            }
            if (rows.size() < count) {
                return Page.whole(items);
            }
            after = rows.getLast().keys();
        }
    }

    private Total count(Jdbi jdbi) {
        return QuarkusTransaction.joiningExisting()
                .call(() -> jdbi.withHandle(handle -> {
                    var query = handle.createQuery("select count(*) from (select from %s%s limit %d) as counted"
                            .formatted(from, where(conditions), Total.MOST + 1));
                    bindings.forEach(query::bind);
                    return Total.of(query.mapTo(Long.class).one());
                }));
    }

    private static String where(List<String> filters) {
        return filters.isEmpty() ? "" : " where (" + String.join(") and (", filters) + ")";
    }

    private List<Row<T>> read(Jdbi jdbi, List<Key> order, @Nullable List<String> after, int count) {
        return QuarkusTransaction.joiningExisting()
                .call(() -> jdbi.withHandle(handle -> {
                    var query = handle.createQuery(sql(order, after != null)).bind("limit", count);
                    bindings.forEach(query::bind);
                    for (var i = 0; after != null && i < order.size(); i++) {
                        query.bind("k" + i, after.get(i));
                    }
                    return query.map((rs, context) -> {
                                var keys = new ArrayList<String>();
                                for (var i = 0; i < order.size(); i++) {
                                    keys.add(rs.getString("key_" + i));
                                }
                                return new Row<>(mapper.map(rs, context), keys);
                            })
                            .list();
                }));
    }

    private List<Key> order(@Nullable String sort) {
        var order = new ArrayList<Key>();
        for (var field : sort == null || sort.isEmpty() ? new String[0] : sort.split(",")) {
            var descending = field.startsWith("-");
            var key = sortable.get(descending ? field.substring(1) : field);
            if (key == null) {
                throw Refusal.invalidParameter("sort", "must name some of " + String.join(", ", sortable.keySet()));
            }
            order.add(new Key(key.name(), key.expression(), key.type(), descending));
        }
        var descending = !order.isEmpty() && order.getLast().descending();
        unique.forEach(key -> order.add(new Key(key.name(), key.expression(), key.type(), descending)));
        return order;
    }

    private String fingerprint(List<Key> order) {
        var text = described + order.stream().map(Key::toString).collect(Collectors.joining());
        return Integer.toHexString(text.hashCode());
    }

    private String sql(List<Key> order, boolean afterKey) {
        var selected = IntStream.range(0, order.size())
                .mapToObj(i -> "(%s)::text as key_%d".formatted(order.get(i).expression(), i))
                .collect(Collectors.joining(", "));
        var filters = new ArrayList<>(conditions);
        if (afterKey) {
            filters.add(after(order));
        }
        var by = order.stream()
                .map(key -> key.expression() + (key.descending() ? " desc" : ""))
                .collect(Collectors.joining(", "));
        return "select %s, %s from %s%s order by %s limit :limit"
                .formatted(columns, selected, from, where(filters), by);
    }

    /** One row comparison where all keys run the same way, which an index can serve; else the same spelled out. */
    private static String after(List<Key> order) {
        var uniform = order.stream().map(Key::descending).distinct().count() == 1;
        if (uniform) {
            var left = order.stream().map(Key::expression).collect(Collectors.joining(", "));
            var right = IntStream.range(0, order.size())
                    .mapToObj(i -> bound(order, i))
                    .collect(Collectors.joining(", "));
            return "(%s) %s (%s)".formatted(left, order.getFirst().descending() ? "<" : ">", right);
        }
        return IntStream.range(0, order.size())
                .mapToObj(last -> IntStream.rangeClosed(0, last)
                        .mapToObj(i -> order.get(i).expression()
                                + (i < last ? " = " : order.get(i).descending() ? " < " : " > ")
                                + bound(order, i))
                        .collect(Collectors.joining(" and ", "(", ")")))
                .collect(Collectors.joining(" or "));
    }

    private static String bound(List<Key> order, int i) {
        return "cast(:k%d as %s)".formatted(i, order.get(i).type());
    }

    @Override
    public String toString() {
        return "ListQuery[" + Arrays.asList(columns, from, described) + "]";
    }
}
