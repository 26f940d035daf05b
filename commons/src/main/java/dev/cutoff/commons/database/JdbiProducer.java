package dev.cutoff.commons.database;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cutoff.commons.json.WireName;
import dev.cutoff.commons.security.Callers;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.lang.reflect.Type;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.argument.ArgumentFactory;
import org.jdbi.v3.core.array.SqlArrayType;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.generic.GenericType;
import org.jdbi.v3.core.generic.GenericTypes;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.mapper.ColumnMappers;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;
import org.jdbi.v3.core.transaction.CMTTransactionHandler;
import org.jdbi.v3.postgres.PostgresPlugin;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PGobject;

/**
 * Jdbi over the one data source. Transactions belong to JTA: a handle joins the one that is open, and never ends it. Records are
 * rows, enums are their wire names, and trees are {@code jsonb}.
 */
@Singleton
final class JdbiProducer {

    @Produces
    @Singleton
    Jdbi jdbi(DataSource dataSource, ObjectMapper json, Callers callers) {
        return Jdbi.create(dataSource)
                .setTransactionHandler(new CMTTransactionHandler())
                .installPlugin(new PostgresPlugin())
                .registerRowMapper(JdbiProducer::recordMapper)
                .registerColumnMapper(JdbiProducer::enumMapper)
                .registerArgument(new Enums())
                .registerArrayType(JdbiProducer::enumArray)
                .registerColumnMapper(JsonNode.class, (rs, column, context) -> tree(json, rs.getString(column)))
                .registerArgument(new Trees())
                .registerColumnMapper(new GenericType<List<String>>() {}, JdbiProducer::list)
                .registerColumnMapper(new GenericType<List<UUID>>() {}, JdbiProducer::list)
                .configure(
                        ScopeSetting.class,
                        setting -> setting.from(() -> callers.scope().setting()))
                .configure(ColumnMappers.class, mappers -> mappers.setCoalesceNullPrimitivesToDefaults(false))
                // A failure is logged, and a log must not hold the addresses that were bound.
                .configure(StatementExceptions.class, failures -> failures.setMessageRendering(MessageRendering.NONE));
    }

    private static Optional<RowMapper<?>> recordMapper(Type type, ConfigRegistry config) {
        var erased = GenericTypes.getErasedType(type);
        return erased.isRecord() ? Optional.of(RecordMapper.of(erased)) : Optional.empty();
    }

    private static Optional<ColumnMapper<?>> enumMapper(Type type, ConfigRegistry config) {
        var erased = GenericTypes.getErasedType(type);
        if (!erased.isEnum()) {
            return Optional.empty();
        }
        return Optional.of((rs, column, context) -> {
            var name = rs.getString(column);
            return name == null ? null : constant(erased, name);
        });
    }

    private static Optional<SqlArrayType<?>> enumArray(Type type, ConfigRegistry config) {
        return Enum.class.isAssignableFrom(GenericTypes.getErasedType(type))
                ? Optional.of(SqlArrayType.<Enum<?>>of("text", WireName::of))
                : Optional.empty();
    }

    /** Jdbi's own opens a result set for each array, which took longer than the rest of a row. */
    private static <E> @Nullable List<E> list(ResultSet row, int column, StatementContext context) throws SQLException {
        var array = row.getArray(column);
        if (array == null) {
            return null;
        }
        @SuppressWarnings("unchecked") // PostgreSQL says what is in it, and the type of the component must agree
        var elements = (E[]) array.getArray();
        return Collections.unmodifiableList(Arrays.asList(elements));
    }

    private static <E extends Enum<E>> Object constant(Class<?> type, String name) throws SQLException {
        @SuppressWarnings("unchecked") // asked only for enums
        var constants = (Class<E>) type;
        return WireName.parse(constants, name)
                .orElseThrow(() -> new SQLException("No " + type.getSimpleName() + " is called " + name));
    }

    private static JsonNode tree(ObjectMapper json, String text) throws SQLException {
        try {
            return text == null ? null : json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new SQLException(e);
        }
    }

    /** Preparable, because a batch asks only those and would else take Jdbi's own, which writes the constant's Java name. */
    private static final class Enums implements ArgumentFactory.Preparable {

        @Override
        public Optional<Function<Object, Argument>> prepare(Type type, ConfigRegistry config) {
            return Enum.class.isAssignableFrom(GenericTypes.getErasedType(type))
                    ? Optional.of(value -> (position, statement, context) ->
                            statement.setString(position, value == null ? null : WireName.of((Enum<?>) value)))
                    : Optional.empty();
        }
    }

    private static final class Trees implements ArgumentFactory.Preparable {

        @Override
        public Optional<Function<Object, Argument>> prepare(Type type, ConfigRegistry config) {
            return JsonNode.class.isAssignableFrom(GenericTypes.getErasedType(type))
                    ? Optional.of(value -> (position, statement, context) -> {
                        var object = new PGobject();
                        object.setType("jsonb");
                        object.setValue(value == null ? null : value.toString());
                        statement.setObject(position, object);
                    })
                    : Optional.empty();
        }
    }
}
