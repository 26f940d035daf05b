package dev.cutoff.commons.database;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * A row as a record and back: component {@code primaryDomain} is column {@code primary_domain}. Jdbi's own mappers want public records;
 * ours are package-private, like all that is nobody else's.
 */
public final class RecordMapper<T> implements RowMapper<T> {

    private record Column(String name, Type type) {

        static Column of(RecordComponent component) {
            var name = component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
            return new Column(name, component.getGenericType());
        }
    }

    private final Constructor<T> constructor;
    private final List<Column> columns;

    private RecordMapper(Constructor<T> constructor, List<Column> columns) {
        this.constructor = constructor;
        this.columns = columns;
    }

    /** Looking into a record takes longer than reading a row into it. */
    private static final ClassValue<RecordMapper<?>> MAPPERS = new ClassValue<>() {

        @Override
        protected RecordMapper<?> computeValue(Class<?> type) {
            return inspect(type);
        }
    };

    /** @param type a record whose components all are columns */
    @SuppressWarnings("unchecked") // the mapper of a type makes that type
    public static <T> RecordMapper<T> of(Class<T> type) {
        return (RecordMapper<T>) MAPPERS.get(type);
    }

    private static <T> RecordMapper<T> inspect(Class<T> type) {
        var components = type.getRecordComponents();
        try {
            var constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return new RecordMapper<>(
                    constructor, Arrays.stream(components).map(Column::of).toList());
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException(type + " is no record", e);
        }
    }

    @Override
    public T map(ResultSet row, StatementContext context) throws SQLException {
        return specialize(row, context).map(row, context);
    }

    /** Looks up the columns once a query instead of once a row. */
    @Override
    public RowMapper<T> specialize(ResultSet rows, StatementContext context) throws SQLException {
        var positions = new int[columns.size()];
        var mappers = new ColumnMapper<?>[columns.size()];
        for (var i = 0; i < positions.length; i++) {
            var column = columns.get(i);
            positions[i] = rows.findColumn(column.name());
            mappers[i] = context.findColumnMapperFor(column.type())
                    .orElseThrow(() -> new SQLException("No way to read " + column));
        }
        return (row, ignored) -> {
            var values = new Object[positions.length];
            for (var i = 0; i < positions.length; i++) {
                values[i] = mappers[i].map(row, positions[i], context);
            }
            return create(values);
        };
    }

    private T create(Object[] values) throws SQLException {
        try {
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new SQLException(
                    "A row does not make a " + constructor.getDeclaringClass().getSimpleName(), e);
        }
    }

    /** Binds each component of the record under its own name. */
    public static <S extends SqlStatement<S>> S bind(S statement, Record value) {
        for (var component : value.getClass().getRecordComponents()) {
            try {
                component.getAccessor().setAccessible(true);
                statement.bindByType(
                        component.getName(), component.getAccessor().invoke(value), component.getGenericType());
            } catch (ReflectiveOperationException e) {
                throw new IllegalArgumentException(e);
            }
        }
        return statement;
    }
}
