package dev.cutoff.inventory.client;

import java.sql.SQLException;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.postgresql.PGStatement;

/** Looks at each statement that is about to run, with its parameters written out. */
record Steps(Look look) implements SqlLogger {

    @FunctionalInterface
    interface Look {

        void at(StatementContext context, String sql) throws SQLException;
    }

    @Override
    public void logBeforeExecution(StatementContext context) {
        if (context.getStatement() == null) {
            return; // a batch
        }
        try {
            look.at(context, context.getStatement().unwrap(PGStatement.class).toString());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
