package dev.cutoff.local.suite;

import dev.cutoff.local.home.Port;
import dev.cutoff.local.home.World;
import java.util.List;
import java.util.Locale;

/** The three services, in the order in which facts travel. */
public enum Service {
    INVENTORY(Port.INVENTORY),
    TIMELINE(Port.TIMELINE),
    NOTIFICATION(Port.NOTIFICATION);

    private final Port port;

    Service(Port port) {
        this.port = port;
    }

    public Port port() {
        return port;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The services that run in a world. */
    static List<Service> of(World world) {
        return switch (world) {
            case OWN, DEMO, NOTIFY_BENCH, PROOF -> List.of(values());
            case BENCH -> List.of(INVENTORY);
            case OUTLOOK_BENCH -> List.of(TIMELINE);
        };
    }
}
