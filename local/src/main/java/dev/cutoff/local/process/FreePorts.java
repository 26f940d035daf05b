package dev.cutoff.local.process;

import dev.cutoff.local.home.Failure;
import dev.cutoff.local.home.Port;
import dev.cutoff.local.home.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Collection;
import java.util.EnumMap;
import java.util.stream.Collectors;

/** Looks before anything is started whether somebody else has a port that we need. */
public final class FreePorts {

    private FreePorts() {}

    /**
     * @throws Failure names every port that is taken, and the setting that moves it
     */
    public static void require(Settings settings, Collection<Port> ports) {
        var taken = ports.stream()
                .filter(port -> isTaken(settings.port(port)))
                .sorted()
                .toList();
        if (!taken.isEmpty()) {
            throw new Failure(taken.stream()
                    .map(port -> "Port %d is in use by another program: free it, or choose another with %s."
                            .formatted(settings.port(port), port.setting()))
                    .collect(Collectors.joining(" ")));
        }
    }

    /** The settings with another port wherever one is taken: for what runs beside whatever runs here. */
    public static Settings choose(Settings settings) {
        var ports = new EnumMap<>(settings.ports());
        ports.replaceAll((_, number) -> isTaken(number) ? any() : number);
        return settings.withPorts(ports);
    }

    /** One that nobody has at the moment. */
    public static int any() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getByName(Port.HOST))) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new Failure("There is no free port (" + e.getMessage() + ").", e);
        }
    }

    private static boolean isTaken(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getByName(Port.HOST))) {
            return !socket.isBound();
        } catch (IOException e) {
            return true;
        }
    }
}
