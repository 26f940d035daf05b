package dev.cutoff.commons.page;

import dev.cutoff.commons.database.RecordMapper;
import dev.cutoff.commons.database.ScopedQuery;
import dev.cutoff.commons.problem.Refusal;
import dev.cutoff.commons.security.TenantScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/**
 * A list as one SQL query: columns, filters and an order that ends in a unique key, read page by page after the key of the last
 * row. A page costs the same at any depth and stays stable while others write.
 *
 * @param <T> record whose components are the columns
 */
public final class ListQuery<T> {

    private record Row<T>(T value, List<String> keys) {}

    /** How the rows of a page are found again by their keys, and shown. */
    private record Details(String keys, String joins) {}

    private static final int MOST_AT_A_TIME = 1000;

    /** Class of SQLSTATE. */
    private static final String DATA_EXCEPTION = "22";

    private final RowMapper<T> mapper;
    private final String columns;
    private final String from;
    private final List<String> conditions = new ArrayList<>();
    private final List<String> described = new ArrayList<>();
    private final Map<String, Object> bindings = new LinkedHashMap<>();
    private final Map<String, ListOrder.Key> sortable = new LinkedHashMap<>();
    private final List<ListOrder.Key> unique = new ArrayList<>();
    private @Nullable Details details;
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

    /**
     * Looks for the keys of a page first, which an index alone may have, and joins what shows its rows to those; else all that must be looked
     * through or sorted to find them would be joined.
     *
     * @param keys columns of {@code from} by which a row is found again
     * @param joins what {@code columns} are taken from, joined to the keys as {@code k}; one row for each
     */
    public ListQuery<T> shownBy(String keys, String joins) {
        details = new Details(keys, joins);
        return this;
    }

    /** Adds a filter without a value. */
    public ListQuery<T> where(String condition) {
        conditions.add(condition);
        described.add(condition);
        return this;
    }

    /** Gives a parameter of a filter without one of its own its value, or does nothing if there is none. */
    public ListQuery<T> bound(String name, @Nullable Object value) {
        return value == null ? this : computed(name, value).binding(name, value);
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

    /**
     * Only rows of the tenants in scope. One tenant is part of the cursor, since it may be what was asked for; several are not: a renewed
     * token may go on where the old one stopped.
     */
    public ListQuery<T> within(TenantScope scope, String column) {
        if (scope.tenants().size() == 1) {
            described.add(column + "=" + scope.tenants());
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
        sortable.put(name, new ListOrder.Key(name, expression, type, false));
        return this;
    }

    /** The next part of the key that makes the order total, and the order itself if none is asked for. */
    public ListQuery<T> key(String expression, String type) {
        unique.add(new ListOrder.Key(expression, expression, type, false));
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

    /** Reads one page in one round trip; in the transaction that is open, if one is. */
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
        var order = ListOrder.of(paging.sort(), sortable, unique);
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
        var sql = "select count(*) from (select from %s%s limit %d) as counted"
                .formatted(from, where(conditions), Total.MOST + 1);
        var counted = ScopedQuery.list(jdbi, sql, query -> bindings.forEach(query::bind), (row, _) -> row.getLong(1));
        return Total.of(counted.getFirst());
    }

    private static String where(List<String> filters) {
        return filters.isEmpty() ? "" : " where (" + String.join(") and (", filters) + ")";
    }

    /** @throws Refusal {@code invalid-cursor} if a key is no value of its type, as only one made by hand can be */
    private List<Row<T>> read(Jdbi jdbi, ListOrder order, @Nullable List<String> after, int count) {
        try {
            return ScopedQuery.list(
                    jdbi,
                    sql(order, after != null),
                    query -> {
                        query.bind("limit", count);
                        bindings.forEach(query::bind);
                        for (var i = 0; after != null && i < order.size(); i++) {
                            query.bind(ListOrder.parameter(i), after.get(i));
                        }
                    },
                    new Rows<>(mapper, order.size()));
        } catch (JdbiException e) {
            if (after != null
                    && e.getCause() instanceof SQLException sql
                    && String.valueOf(sql.getSQLState()).startsWith(DATA_EXCEPTION)) {
                throw Cursor.refusal();
            }
            throw e;
        }
    }

    /** A row with its keys. */
    private record Rows<T>(RowMapper<T> values, int keys) implements RowMapper<Row<T>> {

        @Override
        public Row<T> map(ResultSet row, StatementContext context) throws SQLException {
            var texts = new ArrayList<String>(keys);
            for (var i = 0; i < keys; i++) {
                texts.add(row.getString(ListOrder.column(i)));
            }
            return new Row<>(values.map(row, context), texts);
        }

        @Override
        public RowMapper<Row<T>> specialize(ResultSet rows, StatementContext context) throws SQLException {
            return new Rows<>(values.specialize(rows, context), keys);
        }
    }

    private String fingerprint(ListOrder order) {
        var text =
                described + order.keys().stream().map(ListOrder.Key::toString).collect(Collectors.joining());
        return Integer.toHexString(text.hashCode());
    }

    private String sql(ListOrder order, boolean afterKey) {
        var filters = new ArrayList<>(conditions);
        if (afterKey) {
            filters.add(order.after());
        }
        var end = "from %s%s order by %s limit :limit".formatted(from, where(filters), order.by());
        if (details == null) {
            return "select %s, %s %s".formatted(columns, order.texts(), end);
        }
        return "select %s, %s from (select %s, %s %s) k %s order by %s"
                .formatted(
                        columns,
                        order.textsOf("k"),
                        details.keys(),
                        order.columns(),
                        end,
                        details.joins(),
                        order.byColumnsOf("k"));
    }

    @Override
    public String toString() {
        return "ListQuery[" + Arrays.asList(columns, from, described) + "]";
    }
}
