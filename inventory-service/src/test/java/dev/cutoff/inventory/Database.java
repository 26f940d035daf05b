package dev.cutoff.inventory;

import dev.cutoff.testing.SampleInventory;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;

/** The database as its administrator sees it: no policy holds, nothing is filtered. */
public final class Database {

    private Database() {}

    public static List<String> select(String sql) {
        try (var connection = DriverManager.getConnection(url());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The ids of a tenant's sign-ins that are written down, whether or not they count yet. */
    public static List<String> signInKeys(UUID tenant) {
        return select("select unnest(ids)::text from sign_in_block where tenant_id = '%s'".formatted(tenant));
    }

    public static void execute(String sql) {
        try (var connection = DriverManager.getConnection(url());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Loads a sample, and sees that PostgreSQL knows what it holds.
     *
     * @param number of one of its tenants, from 1
     * @return the id of that tenant
     */
    public static UUID load(SampleInventory sample, int number) {
        try (var admin = DriverManager.getConnection(url())) {
            sample.load(admin);
            execute("analyze");
            return sample.tenant(admin, number);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Makes all that was ever known of a tenant unknown, but for the tenant. */
    public static void forget(UUID... tenants) {
        for (var tenant : tenants) {
            for (var table : select("""
                    select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
                    where c.relkind in ('r', 'p') and not c.relispartition and c.relnamespace = 'public'::regnamespace
                      and c.relname not in ('tenant', 'owner')
                    union all select 'owner'""")) {
                execute("set session_replication_role = replica; delete from %s where tenant_id = '%s'"
                        .formatted(table, tenant));
            }
        }
    }

    static String url() {
        return ConfigProvider.getConfig().getValue("cutoff.test.admin-url", String.class);
    }
}
