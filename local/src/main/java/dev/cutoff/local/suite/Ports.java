package dev.cutoff.local.suite;

import dev.cutoff.local.home.Port;
import dev.cutoff.local.home.Settings;
import dev.cutoff.local.postgres.Cluster;
import dev.cutoff.local.process.Mark;
import java.util.EnumMap;
import java.util.List;

/** A running process keeps its port, whatever the settings of a later command say; its own command line tells. */
final class Ports {

    private Ports() {}

    static String option(Port port, Settings settings) {
        return beginning(port) + settings.port(port);
    }

    private static String beginning(Port port) {
        return "-Dcutoff.port." + port + "=";
    }

    /** The settings with the ports on which the processes of a suite really listen. */
    static Settings actual(Settings wanted, List<Part> parts) {
        var ports = new EnumMap<>(wanted.ports());
        for (var part : parts) {
            part.process()
                    .ifPresent(process -> part.ports().forEach(port -> {
                        var actual = port == Port.DB
                                ? Cluster.portOf(process)
                                : Mark.argument(process, beginning(port)).map(Integer::valueOf);
                        actual.ifPresent(number -> ports.put(port, number));
                    }));
        }
        return wanted.withPorts(ports);
    }
}
