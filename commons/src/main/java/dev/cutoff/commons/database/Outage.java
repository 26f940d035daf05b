package dev.cutoff.commons.database;

import java.sql.SQLException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Tells a database that is away, or that had to end one of two transactions, from a statement that is wrong. */
public final class Outage {

    private Outage() {}

    /** SQLSTATE class 08 is a lost connection, 53 out of resources, 57 a server that is going down or cancelled us. */
    public static boolean isCauseOf(@Nullable Throwable failure) {
        return isAny(failure, state -> state == null || state.matches("(08|53|57).*"));
    }

    /**
     * Whether the same may well succeed a moment later: after an outage, or where two transactions waited for each other (class 40) or one
     * waited for too long (55P03).
     */
    public static boolean mayPass(Throwable failure) {
        return isCauseOf(failure) || isAny(failure, state -> state != null && state.matches("40.*|55P03"));
    }

    private static boolean isAny(@Nullable Throwable failure, Predicate<@Nullable String> wanted) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && wanted.test(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}
