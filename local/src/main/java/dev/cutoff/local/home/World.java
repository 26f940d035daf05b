package dev.cutoff.local.home;

import java.util.List;

/**
 * Whose data the services work on. The first two share one set of ports, so one of them runs at a time; all use the same PostgreSQL.
 */
public enum World {
    /** The user's own: what {@code up} starts, kept for ever. */
    OWN("", List.of()),
    /** The demo's: databases and a folder of its own, emptied before each demo, so that it always tells the same story. */
    DEMO("demo_", List.of("-XX:TieredStopAtLevel=1")),
    /** Of benches: made, filled, measured and dropped again; inventory alone runs there. */
    BENCH("bench_", List.of()),
    /** The same for the bench of outlooks, in which timeline alone runs. */
    OUTLOOK_BENCH("bench_outlook_", List.of()),
    /** The same for the bench of notices, in which all services run. */
    NOTIFY_BENCH("bench_notify_", List.of()),
    /** Of proofs: the whole suite, made, put to the test and dropped again. */
    PROOF("proof_", List.of());

    private final String databasePrefix;
    private final List<String> javaOptions;

    World(String databasePrefix, List<String> javaOptions) {
        this.databasePrefix = databasePrefix;
        this.javaOptions = javaOptions;
    }

    /** The database of a service in this world. */
    public String database(String service) {
        return databasePrefix + service;
    }

    /**
     * Options for the JVMs of the services. The demo is over before the second compiler pays: without it, it takes 59 s of processor
     * time instead of 93 s.
     */
    public List<String> javaOptions() {
        return javaOptions;
    }
}
