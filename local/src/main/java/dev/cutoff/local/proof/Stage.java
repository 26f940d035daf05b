package dev.cutoff.local.proof;

import dev.cutoff.local.client.Http;
import dev.cutoff.local.home.Failure;
import dev.cutoff.local.process.Ending;
import dev.cutoff.local.sink.Sink;
import dev.cutoff.local.suite.Replica;
import dev.cutoff.local.suite.Suite;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * What the trials work with.
 *
 * @param suite in which notices wait for a release, and nobody sends
 * @param replicas how many have been made so far
 */
record Stage(Suite suite, Sink sink, Ledger ledger, Http administrator, AtomicInteger replicas) {

    private static final Duration LONGEST = Duration.ofMinutes(5);

    /** Short, because all that a proof does is wait for them. */
    private static final List<String> QUICKLY = List.of(
            "-XX:TieredStopAtLevel=1",
            "-Dcutoff.planning.lease=3S",
            "-Dcutoff.sending.lease=4S",
            "-Dcutoff.sending.reply-timeout=6S",
            "-Dcutoff.sending.first-pause=0.5S",
            "-Dcutoff.sending.longest-pause=2S",
            "-Dcutoff.sending.quarantine=1S");

    /** A process of notification that sends to the sink; started and ready. */
    Replica replica(String... options) {
        var replica = cold(options);
        replica.start();
        replica.awaitReady();
        return replica;
    }

    private Replica cold(String... options) {
        var classes = Files.exists(archive()) ? List.of("-XX:SharedArchiveFile=" + archive()) : List.<String>of();
        return suite.replica(
                replicas.incrementAndGet(),
                sink.address(),
                Stream.of(QUICKLY, classes, List.of(options))
                        .flatMap(List::stream)
                        .toList());
    }

    /** Keeps the classes that a replica has loaded for all that follow: each of their many starts then takes a quarter less. */
    void rehearse() {
        replica("-XX:ArchiveClassesAtExit=" + archive()).stop();
    }

    private Path archive() {
        return suite.folder().folder().resolve("classes.jsa");
    }

    /** Lets the mails about a tenant out. Who is asked may end before it has answered; what was asked for holds all the same. */
    void release(Replica asked, UUID tenant) {
        try {
            administrator.put(asked.address().resolve("/v1/dispatch/" + tenant), "{\"state\": \"released\"}");
        } catch (Failure e) {
            if (asked.isRunning()) {
                throw e;
            }
        }
    }

    /** @return whether all notices about the tenants were sent in time */
    boolean awaitSent(Collection<UUID> tenants) {
        return Ending.await(() -> ledger.unsent(tenants) == 0, LONGEST);
    }
}
