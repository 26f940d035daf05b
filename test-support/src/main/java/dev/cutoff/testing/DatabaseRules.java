package dev.cutoff.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** What must hold for every table of a service, now and after the next migration; its {@code DatabaseTest} extends this. */
public abstract class DatabaseRules {

    private final Set<String> unprotected;

    /** @param unprotected tables with a {@code tenant_id} that no endpoint reads and that need no row-level security */
    protected DatabaseRules(String... unprotected) {
        this.unprotected = Set.of(unprotected);
    }

    @Test
    void migrations_run_a_second_time_and_change_nothing() {
        var flyway = Flyway.configure()
                .dataSource(
                        config("quarkus.datasource.jdbc.url"),
                        config("quarkus.flyway.username"),
                        config("quarkus.flyway.password"))
                .locations("db/commons", "db/migration")
                .placeholders(Map.of("app_role", config("quarkus.datasource.username")))
                .initSql("select set_config('app.tenants', '*', false)")
                .load();

        assertThat(flyway.migrate().migrationsExecuted).isZero();
        assertThat(flyway.validateWithResult().validationSuccessful).isTrue();
    }

    @Test
    void every_table_of_tenant_data_is_forced_under_row_level_security() throws SQLException {
        var bare = strings(admin(), """
                select c.relname from pg_class c
                join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped
                where c.relkind in ('r', 'p') and not c.relispartition and c.relnamespace = 'public'::regnamespace
                  and not (c.relrowsecurity and c.relforcerowsecurity)""");

        assertThat(bare).isSubsetOf(unprotected);
    }

    @Test
    void tenant_id_comes_first_in_every_key_and_index_of_tenant_data() throws SQLException {
        var others = strings(admin(), """
                select i.indexrelid::regclass::text from pg_index i
                join pg_class c on c.oid = i.indrelid and c.relkind in ('r', 'p') and not c.relispartition
                join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
                where c.relnamespace = 'public'::regnamespace and c.relrowsecurity
                  and i.indkey[0] <> a.attnum and not (i.indpred is not null) and c.relname not in ('change')""");

        assertThat(others).isEmpty();
    }

    @Test
    void the_app_role_owns_nothing_and_bypasses_nothing() throws SQLException {
        var role = config("quarkus.datasource.username");

        assertThat(strings(
                        admin(),
                        "select rolname from pg_roles where rolname = '%s' and (rolsuper or rolbypassrls)"
                                .formatted(role)))
                .isEmpty();
        assertThat(strings(
                        admin(),
                        "select relname from pg_class where relowner = '%s'::regrole and relpersistence <> 't'"
                                .formatted(role)))
                .isEmpty();
    }

    /**
     * The second line alone: every filter of ours is left out here, and the database shows a tenant's own rows and no others.
     *
     * @param tenant whose rows are looked for
     * @return by table, how many rows of other tenants were seen: it must be empty
     */
    protected static Map<String, Integer> rowsOfOthersSeenBy(UUID tenant) throws SQLException {
        var seen = new TreeMap<String, Integer>();
        try (var app = connect(config("quarkus.datasource.jdbc.url"), config("quarkus.datasource.username"));
                var statement = app.createStatement()) {
            app.setAutoCommit(false);
            statement.execute("select set_config('app.tenants', '%s', true)".formatted(tenant));
            for (var table : protectedTables()) {
                var sql =
                        "select count(*) from %s where tenant_id not in ('%s', '00000000-0000-0000-0000-000000000000')";
                try (var rows = statement.executeQuery(sql.formatted(table, tenant))) {
                    rows.next();
                    if (rows.getInt(1) > 0) {
                        seen.put(table, rows.getInt(1));
                    }
                }
            }
        }
        return seen;
    }

    /** By table of tenant data, how many rows there are; for a test to be sure that it looked at something. */
    protected static Map<String, Integer> rows() throws SQLException {
        var counts = new TreeMap<String, Integer>();
        for (var table : protectedTables()) {
            counts.put(
                    table,
                    Integer.valueOf(strings(admin(), "select count(*)::text from " + table)
                            .getFirst()));
        }
        return counts;
    }

    /** Those that say by a column whose a row is; what spans tenants has a policy, and a test, of its own. */
    private static List<String> protectedTables() throws SQLException {
        return strings(admin(), """
                select c.relname from pg_class c
                join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped
                where c.relrowsecurity and c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace""");
    }

    private static List<String> strings(Connection connection, String sql) throws SQLException {
        try (connection;
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }

    private static Connection admin() throws SQLException {
        return DriverManager.getConnection(config("cutoff.test.admin-url"));
    }

    private static Connection connect(String url, String user) throws SQLException {
        return DriverManager.getConnection(url, user, config("quarkus.datasource.password"));
    }

    private static String config(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }
}
