package dev.cutoff.local.client;

import dev.cutoff.local.home.Failure;
import dev.cutoff.local.suite.Service;
import dev.cutoff.local.suite.Suite;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** The simulated clock, as every service of a suite has it. */
public final class Clocks {

    private final Suite suite;

    public Clocks(Suite suite) {
        this.suite = suite;
    }

    /** The time of the suite, from the first service that runs. */
    public Instant now() {
        return Instant.parse(
                Http.anonymous().get(clock(running().getFirst())).path("now").asString());
    }

    public boolean isSimulated() {
        return Files.exists(suite.folder().clock());
    }

    /**
     * Moves the clock in the order in which facts travel: what inventory did is there when timeline looks, and so on. Returns when
     * the last service has done all that fell due.
     */
    public void set(Instant now) {
        for (var service : running()) {
            Http.anonymous().put(clock(service), "{\"now\": \"" + now + "\"}");
        }
    }

    /** Real time runs again. */
    public void real() {
        try {
            Files.deleteIfExists(suite.folder().clock());
        } catch (IOException e) {
            throw new Failure("Cannot delete " + suite.folder().clock() + " (" + e.getMessage() + ").", e);
        }
    }

    private List<Service> running() {
        var running = Arrays.stream(Service.values()).filter(suite::isRunning).toList();
        if (running.isEmpty()) {
            throw new Failure("No service runs: ./cutoff up starts them.");
        }
        return running;
    }

    private URI clock(Service service) {
        return suite.addresses().of(service).resolve("/local/clock");
    }
}
