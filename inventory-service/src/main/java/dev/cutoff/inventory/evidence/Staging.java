package dev.cutoff.inventory.evidence;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.postgresql.PGConnection;

/** The tables in which an import waits for its merge. Their names are made of the import's id, which is ours and a UUID. */
@Singleton
class Staging {

    enum Shape {
        SIGN_IN,
        ITEM
    }

    /** Fills a staging table. */
    @FunctionalInterface
    interface Filling<T> {

        T fill(BinaryCopy copy) throws IOException;
    }

    /** From here on it is quicker to go through all rows of a tenant once than to look each up. */
    private static final int MANY = 2_000;

    private final Jdbi jdbi;

    Staging(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The staged rows of an import, as a table to select from. */
    static String rows(UUID importId) {
        return "staging.\"rows_" + importId + "\"";
    }

    /** Which of them say nothing new, by number. */
    static String seen(UUID importId) {
        return "staging.\"seen_" + importId + "\"";
    }

    static String days(UUID importId) {
        return "staging.\"days_" + importId + "\"";
    }

    static String sums(UUID importId) {
        return "staging.\"sums_" + importId + "\"";
    }

    static String moved(UUID importId) {
        return "staging.\"moved_" + importId + "\"";
    }

    static String traits(UUID importId) {
        return "staging.\"traits_" + importId + "\"";
    }

    /**
     * Keeps nested loops out of what follows in the transaction, if many rows are staged. A table that was analysed while its first rows were not committed
     * counts as empty, and a loop over a hundred thousand rows of an empty table never ends; a hash join does not care. The usual 4 MB
     * for each hash and sort would send a million rows through files; there are as many merges at once as {@code merges} allows.
     */
    void plan(Job job) {
        if (job.staged() > MANY) {
            jdbi.useHandle(handle -> handle.execute("set local enable_nestloop = off; set local work_mem = '64MB'"));
        }
    }

    /**
     * Lets the transaction commit without waiting for the disk. Only for what counts once a later transaction has been committed, which waits:
     * PostgreSQL's log is in order, so what survives a crash has all that was before it.
     */
    void commitWithoutWaiting() {
        jdbi.useHandle(handle -> handle.execute("set local synchronous_commit = off"));
    }

    void create(UUID importId, Shape shape) {
        jdbi.useHandle(handle -> handle.createQuery("select staging.create_tables(:import, :shape)")
                .bind("import", importId)
                .bind("shape", shape == Shape.SIGN_IN ? "sign_in" : "item")
                .mapToMap()
                .list());
    }

    void drop(UUID importId) {
        jdbi.useHandle(handle -> handle.createQuery("select staging.drop_tables(:import)")
                .bind("import", importId)
                .mapToMap()
                .list());
    }

    /** Copies on the connection of the transaction; nothing else can be done there until the filling has returned. */
    <T> T copy(String table, String columns, Filling<T> filling) throws IOException {
        var sql = "copy %s %s from stdin (format binary)".formatted(table, columns);
        return jdbi.<T, IOException>withHandle(handle -> {
            try (var copy = begin(handle, sql)) {
                var filled = filling.fill(copy);
                copy.finish();
                return filled;
            }
        });
    }

    private static BinaryCopy begin(Handle handle, String sql) {
        try {
            var connection = handle.getConnection().unwrap(PGConnection.class);
            return new BinaryCopy(connection.getCopyAPI().copyIn(sql));
        } catch (SQLException e) {
            throw new IllegalStateException("Evidence could not be staged", e);
        }
    }

    void writeTraits(UUID importId, List<TraitNumbers.Trait> traits) {
        if (traits.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> {
            var batch = handle.prepareBatch("""
                    insert into %s (id, protocol, auth_method, qualifier, product_key, kind, vendor, product, product_version,
                                    operating_system)
                    values (:id, :protocol, :authMethod, '', :key, :kind, :vendor, :name, :version, :operatingSystem)""".formatted(traits(importId)));
            for (var id = 0; id < traits.size(); id++) {
                var trait = traits.get(id);
                batch.bind("id", id)
                        .bind("protocol", trait.use().protocol())
                        .bind("authMethod", trait.use().authMethod())
                        .bind("key", trait.product().key())
                        .bind("kind", trait.product().kind())
                        .bind("vendor", trait.product().vendor())
                        .bind("name", trait.product().name())
                        .bind("version", trait.product().version())
                        .bind("operatingSystem", trait.product().operatingSystem())
                        .add();
            }
            batch.execute();
        });
    }

    void writeDays(UUID importId, List<DayCounts.Count> counts) {
        if (counts.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> {
            var batch = handle.prepareBatch("""
                    insert into %s (protocol, auth_method, day, rows, successes)
                    values (:protocol, :authMethod, :day, :rows, :successes)""".formatted(days(importId)));
            counts.forEach(count -> batch.bind("protocol", count.use().protocol())
                    .bind("authMethod", count.use().authMethod())
                    .bind("day", count.day())
                    .bind("rows", count.rows())
                    .bind("successes", count.successes())
                    .add());
            batch.execute();
        });
    }

    /** Whether what was staged is still there: a crash of PostgreSQL empties unlogged tables, a restored backup has none. */
    boolean has(UUID importId, long rows) {
        return rows == 0
                || jdbi.withHandle(handle -> handle.createQuery("select to_regclass(:table) is not null")
                                .bind("table", rows(importId))
                                .mapTo(Boolean.class)
                                .one()
                        && handle.createQuery("select exists (select from %s)".formatted(rows(importId)))
                                .mapTo(Boolean.class)
                                .one());
    }
}
