package dev.cutoff.commons.database;

import dev.cutoff.commons.security.Callers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.TransactionScoped;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Sets {@code app.tenants} as the first statement of every transaction, for the whole of it and no longer: a setting of the
 * session would leak through the pool to the next caller.
 */
@ApplicationScoped
class ScopedTransactions {

    private static final String TELL = "select set_config('app.tenants', ?, true)";
    private static final String KEEP_PLANS = TELL + ", " + KeptPlans.SETTINGS;

    private final DataSource dataSource;
    private final TransactionManager transactions;
    private final Callers callers;

    ScopedTransactions(DataSource dataSource, TransactionManager transactions, Callers callers) {
        this.dataSource = dataSource;
        this.transactions = transactions;
        this.callers = callers;
    }

    /**
     * The event comes from inside {@code begin}. If this fails, the transaction must be gone before we throw: it would stay on
     * the worker thread, and later calls would silently join it.
     */
    void tellScope(@Observes @Initialized(TransactionScoped.class) Object begun) throws SystemException {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(KeptPlans.areWanted() ? KEEP_PLANS : TELL)) {
            statement.setString(1, callers.scope().setting());
            statement.execute();
        } catch (SQLException | RuntimeException e) {
            transactions.rollback();
            throw new IllegalStateException("No transaction without its tenant scope", e);
        }
    }
}
