package dev.cutoff.commons.database;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Tells a database that is away from a statement that is wrong. */
public final class Outage {

    private Outage() {}

    /** SQLSTATE class 08 is a lost connection, 53 out of resources, 57 a server that is going down or cancelled us. */
    public static boolean isCauseOf(@Nullable Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql
                    && (sql.getSQLState() == null || sql.getSQLState().matches("(08|53|57).*"))) {
                return true;
            }
        }
        return false;
    }
}
