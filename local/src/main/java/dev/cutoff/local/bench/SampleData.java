package dev.cutoff.local.bench;

import dev.cutoff.local.home.Failure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * The made-up inventory of the tests, made by PostgreSQL in the size of a bench.
 *
 * @param seed the same one makes the same data, another one other tenants
 * @param clients of all tenants together
 * @param usages of all tenants together
 */
record SampleData(int seed, int tenants, int clients, int usages) {

    /**
     * @param owner of the tables
     * @param progress is told how many parts of how many are done
     */
    void load(Connection owner, BiConsumer<Integer, Integer> progress) throws SQLException {
        var parts = script().split("--------\n");
        owner.setAutoCommit(false);
        try (var statement = owner.createStatement()) {
            statement.execute("select set_config('app.tenants', '*', true)");
            // Nobody promised to keep these data.
            statement.execute("set local synchronous_commit = off");
            for (var part = 0; part < parts.length; part++) {
                progress.accept(part, parts.length);
                statement.execute(parts[part]);
            }
            owner.commit();
            owner.setAutoCommit(true);
            for (var table : List.of("tenant", "owner", "client", "client_external_id", "client_usage", "usage")) {
                statement.execute("vacuum analyze " + table);
            }
        }
    }

    /** Ids of the tenants of a seed. */
    static List<String> tenants(Connection owner, int seed) throws SQLException {
        var ids = new ArrayList<String>();
        try (var statement = owner.createStatement()) {
            statement.execute("select set_config('app.tenants', '*', false)");
            var query = "select tenant_id::text from tenant where primary_domain like 'sample%d-%%' order by tenant_id"
                    .formatted(seed);
            try (var rows = statement.executeQuery(query)) {
                while (rows.next()) {
                    ids.add(rows.getString(1));
                }
            }
        }
        return ids;
    }

    private String script() {
        try (var resource = SampleData.class.getResourceAsStream("/db/sample/inventory.sql")) {
            if (resource == null) {
                throw new Failure("The made-up data are not in the jar.");
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("${seed}", Integer.toString(seed))
                    .replace("${tenants}", Integer.toString(tenants))
                    .replace("${clients}", Integer.toString(clients))
                    .replace("${usages}", Integer.toString(usages));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
