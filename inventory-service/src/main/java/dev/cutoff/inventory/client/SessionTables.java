package dev.cutoff.inventory.client;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Temporary tables of the session, in which evidence of many accounts is worked out in sets. They stay when a transaction ends, empty: making
 * them each time would fill the catalogue.
 */
final class SessionTables {

    private static final long LARGE = 65_536;

    private SessionTables() {}

    private record Found(String name, boolean isThere, boolean isLarge) {}

    /**
     * Deleting leaves what was there in the file: a list that is merged a thousand items at a time, in one transaction, would be read anew for each
     * thousand, and the planner would take that for what is to be joined. Cutting the file off writes to the catalogue, so only a large one is.
     * A new table is analysed while it is empty: of one that never was, the planner expects ten pages.
     *
     * @param tables each as {@code name (column type, ...)}; made where they are missing, and empty afterwards
     */
    static void empty(Jdbi jdbi, List<String> tables) {
        var columns = tables.stream().collect(Collectors.toMap(SessionTables::name, Function.identity()));
        jdbi.useHandle(handle -> handle.execute(find(handle, columns.keySet()).stream()
                .map(found -> emptied(found, columns.get(found.name())))
                .collect(Collectors.joining("; "))));
    }

    private static String name(String table) {
        return table.strip().split("\\W+")[0];
    }

    private static List<Found> find(Handle handle, Collection<String> names) {
        return handle.createQuery("""
                select name, id is not null as is_there, coalesce(pg_relation_size(id), 0) > :large as is_large
                from (select name, to_regclass('pg_temp.' || name) as id from unnest(:names) as n (name)) t""")
                .bind("names", names.toArray(String[]::new))
                .bind("large", LARGE)
                .mapTo(Found.class)
                .list();
    }

    private static String emptied(Found found, String table) {
        if (!found.isThere()) {
            return "create temporary table " + table + " on commit delete rows; analyze " + found.name();
        }
        return (found.isLarge() ? "truncate " : "delete from ") + found.name();
    }

    /**
     * Keeps nested loops out of what follows in the transaction. The tables of the session have no statistics, and those of the tenant may have
     * been analysed before it came: the planner takes each for a row or two, and a loop over a hundred thousand usages that reads as many
     * links each time never ends. Hash joins read all of the tenant once, whatever is expected of it.
     */
    static void joinInSets(Jdbi jdbi) {
        plan(jdbi, "off", "on", "default");
    }

    /**
     * Lets them in again, where the planner knows that all of the tenant is far more than what it is joined with. It takes a table of the session
     * for several times what it holds, and a page of an index for one that has to be fetched from a disk that turns: it would read all instead.
     */
    static void joinByIndex(Jdbi jdbi) {
        plan(jdbi, "on", "on", "1.1");
    }

    /** Lets nothing else in, for a few: the planner takes a table of the session that holds one row for one that fills a page. */
    static void lookUp(Jdbi jdbi) {
        plan(jdbi, "on", "off", "1.1");
    }

    private static void plan(Jdbi jdbi, String loops, String sets, String pageCost) {
        jdbi.useHandle(handle -> handle.execute("""
                set local enable_nestloop = %s;
                set local enable_hashjoin = %s;
                set local enable_mergejoin = %s;
                set local random_page_cost = %s""".formatted(loops, sets, sets, pageCost)));
    }

    /** Whether a query finds anything. @param sql may speak of {@code :tenant} */
    static boolean exists(Jdbi jdbi, UUID tenant, String sql) {
        return jdbi.withHandle(handle -> {
            var query = handle.createQuery("select exists (" + sql + ")");
            return (sql.contains(":tenant") ? query.bind("tenant", tenant) : query)
                    .mapTo(Boolean.class)
                    .one();
        });
    }

    /** @param sql may speak of {@code :tenant} @return how many rows were written */
    static int update(Jdbi jdbi, UUID tenant, String sql) {
        return jdbi.withHandle(handle -> {
            var update = handle.createUpdate(sql);
            return (sql.contains(":tenant") ? update.bind("tenant", tenant) : update).execute();
        });
    }
}
