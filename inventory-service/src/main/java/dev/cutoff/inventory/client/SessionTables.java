package dev.cutoff.inventory.client;

import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/**
 * Temporary tables of the session, in which evidence of many accounts is worked out in sets. They stay when a transaction ends, empty: making
 * them each time would fill the catalogue.
 */
final class SessionTables {

    private SessionTables() {}

    /** @param tables each as {@code name (column type, ...)}; made where they are missing, and empty afterwards */
    static void empty(Jdbi jdbi, List<String> tables) {
        jdbi.useHandle(handle -> {
            for (var table : tables) {
                handle.execute("create temporary table if not exists " + table + " on commit delete rows");
                handle.execute("delete from " + table.strip().split("\\W+")[0]);
            }
        });
    }

    /**
     * Keeps nested loops out of what follows in the transaction. The tables of the session have no statistics, and those of the tenant may have
     * been analysed before it came: the planner takes each for a row or two, and a loop over a hundred thousand usages that reads as many
     * links each time never ends. Hash joins read all of the tenant once, whatever is expected of it.
     */
    static void joinInSets(Jdbi jdbi) {
        jdbi.useHandle(handle -> handle.execute("set local enable_nestloop = off"));
    }

    /** @param sql may speak of {@code :tenant} @return how many rows were written */
    static int update(Jdbi jdbi, UUID tenant, String sql) {
        return jdbi.withHandle(handle -> {
            var update = handle.createUpdate(sql);
            return (sql.contains(":tenant") ? update.bind("tenant", tenant) : update).execute();
        });
    }
}
