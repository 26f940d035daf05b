package dev.cutoff.local.bench;

import dev.cutoff.local.home.Failure;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Plain JDBC: a connection that is told once what it may see, and one prepared statement. */
final class SqlPeer implements Peer {

    private final Connection connection;
    private final PreparedStatement statement;

    /** @param connection with the role of the service, so that row-level security holds here too */
    SqlPeer(Connection connection, String sql) {
        this.connection = connection;
        try {
            try (var scope = connection.createStatement()) {
                scope.execute("select set_config('app.tenants', '*', false)");
            }
            this.statement = connection.prepareStatement(sql);
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    @Override
    public int ask(String tenant) {
        try {
            statement.setString(1, tenant);
            var count = 0;
            try (var rows = statement.executeQuery()) {
                var columns = rows.getMetaData().getColumnCount();
                while (rows.next()) {
                    for (var column = 1; column <= columns; column++) {
                        rows.getObject(column);
                    }
                    count++;
                }
            }
            return count;
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** One text from each row. */
    List<String> texts(String tenant, String column) {
        try {
            statement.setString(1, tenant);
            var texts = new ArrayList<String>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    texts.add(rows.getString(column));
                }
            }
            return texts;
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private static Failure failure(SQLException e) {
        return new Failure("The SQL of the bench failed: " + e.getMessage(), e);
    }
}
