package dev.cutoff.local.suite;

import dev.cutoff.local.home.Port;
import java.util.Arrays;
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

    static List<String> names() {
        return Arrays.stream(values()).map(Service::toString).toList();
    }
}
