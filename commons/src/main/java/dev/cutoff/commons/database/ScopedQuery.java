package dev.cutoff.commons.database;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.transaction.Status;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * One query and nothing else: the round trip that telling the scope, beginning and committing would each take is saved. The scope goes with
 * the query in one message, which PostgreSQL takes as one transaction, so that the setting is gone when the answer comes. In a transaction
 * that is open already the scope was told when it began.
 */
public final class ScopedQuery {

    private static final String TELL = "select set_config('app.tenants', :appTenants, true);\n";

    private ScopedQuery() {}

    /**
     * @param sql one query
     * @param bindings gives its parameters their values
     */
    public static <T> List<T> list(Jdbi jdbi, String sql, Consumer<Query> bindings, RowMapper<T> mapper) {
        return jdbi.withHandle(handle -> QuarkusTransaction.getStatus() != Status.STATUS_NO_TRANSACTION
                ? bound(handle, sql, bindings).map(mapper).list()
                : bound(handle, TELL + sql, bindings)
                        .bind("appTenants", handle.getConfig(ScopeSetting.class).current())
                        .execute((statement, context) -> secondAnswer(statement.get(), context, mapper)));
    }

    private static Query bound(Handle handle, String sql, Consumer<Query> bindings) {
        var query = handle.createQuery(sql);
        bindings.accept(query);
        return query;
    }

    /** The first is that of the setting. */
    private static <T> List<T> secondAnswer(PreparedStatement statement, StatementContext context, RowMapper<T> mapper)
            throws SQLException {
        statement.getMoreResults();
        try (context;
                var rows = statement.getResultSet()) {
            var row = mapper.specialize(rows, context);
            var answer = new ArrayList<T>();
            while (rows.next()) {
                answer.add(row.map(rows, context));
            }
            return answer;
        }
    }
}
