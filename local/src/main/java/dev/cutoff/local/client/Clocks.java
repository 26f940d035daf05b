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
    private final Patience patience;

    public Clocks(Suite suite) {
        this(suite, Patience.NONE);
    }

    /** @param patience with a service that is not there: with none, the clock is moved for those that are */
    public Clocks(Suite suite, Patience patience) {
        this.suite = suite;
        this.patience = patience;
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
        var http = Http.anonymous().patient(patience);
        for (var service : patience == Patience.NONE ? running() : List.of(Service.values())) {
            http.put(clock(service), "{\"now\": \"" + now + "\"}");
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
