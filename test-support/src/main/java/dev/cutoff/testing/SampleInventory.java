package dev.cutoff.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;

/**
 * Bulk data for inventory, made by PostgreSQL itself ({@code db/sample/inventory.sql}): any number, the same for the same seed. Benches
 * run the same script.
 *
 * @param seed another seed makes other ids, so that several samples fit beside each other
 * @param clients of all tenants together; each has an account of its own
 * @param usages of all tenants together
 */
public record SampleInventory(int seed, int tenants, int clients, int usages) {

    private static final String SCRIPT = "/db/sample/inventory.sql";

    public SampleInventory {
        if (tenants < 1 || clients < tenants || usages < 0) {
            throw new IllegalArgumentException("There is at least one tenant, with at least one client");
        }
    }

    /** @param connection of somebody who may write to the tables of all tenants */
    public void load(Connection connection) throws SQLException {
        var isAutomatic = connection.getAutoCommit();
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("select set_config('app.tenants', '*', true)");
            for (var part : script().split("--------\n")) {
                statement.execute(part);
            }
            connection.commit();
        } finally {
            connection.setAutoCommit(isAutomatic);
        }
    }

    /** The id of a tenant of this sample. @param number from 1 */
    public UUID tenant(Connection connection, int number) throws SQLException {
        try (var query = connection.prepareStatement("select tenant_id from tenant where primary_domain = ?")) {
            query.setString(1, "sample%d-%d.example".formatted(seed, number));
            try (var rows = query.executeQuery()) {
                rows.next();
                return rows.getObject(1, UUID.class);
            }
        }
    }

    private String script() {
        try (var resource = SampleInventory.class.getResourceAsStream(SCRIPT)) {
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
