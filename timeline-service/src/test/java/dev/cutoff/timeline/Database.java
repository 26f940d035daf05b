package dev.cutoff.timeline;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;

/** The database as its administrator sees it, past row-level security. */
public final class Database {

    private Database() {}

    /** The first column of each row. */
    public static List<String> rows(String sql) {
        var url = ConfigProvider.getConfig().getValue("cutoff.test.admin-url", String.class);
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    public static void execute(String sql) {
        var url = ConfigProvider.getConfig().getValue("cutoff.test.admin-url", String.class);
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
