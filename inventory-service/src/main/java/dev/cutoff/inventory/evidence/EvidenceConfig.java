package dev.cutoff.inventory.evidence;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

@ConfigMapping(prefix = "cutoff.evidence")
interface EvidenceConfig {

    /** How long after the last insert a day's sign-ins are remembered; real time. Older rows are rejected as too old. */
    @WithDefault("90D")
    Duration retention();

    /** How long one body may take to arrive. */
    @WithDefault("6H")
    Duration longestUpload();

    /** How long a body may pause on its way. The server's own limit, {@code quarkus.http.read-timeout}, is longer and says nothing. */
    @WithDefault("30S")
    Duration longestPause();

    /** Bodies taken in at once: each holds a database connection, and the pool has others to serve. */
    @WithDefault("6")
    int uploads();

    /** Merges at once on one replica. */
    @WithDefault("2")
    int merges();

    /** From how many rows on a file is merged in parts, two at a time; each merge then holds three connections. */
    @WithDefault("50000")
    long partsFrom();

    /** How long one merge may take. */
    @WithDefault("2H")
    Duration longestMerge();

    /** How often a merge that fails is tried, with a growing pause, before the import is given up. */
    @WithDefault("8")
    int attempts();
}
