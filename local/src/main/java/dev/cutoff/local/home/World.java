package dev.cutoff.local.home;

/**
 * Whose data the services work on. The first two share one set of ports, so one of them runs at a time; all use the same PostgreSQL.
 */
public enum World {
    /** The user's own: what {@code up} starts, kept for ever. */
    OWN(""),
    /** The demo's: databases and a folder of its own, emptied before each demo, so that it always tells the same story. */
    DEMO("demo_"),
    /** Of benches: made, filled, measured and dropped again; inventory alone runs there. */
    BENCH("bench_");

    private final String databasePrefix;

    World(String databasePrefix) {
        this.databasePrefix = databasePrefix;
    }

    /** The database of a service in this world. */
    public String database(String service) {
        return databasePrefix + service;
    }
}
