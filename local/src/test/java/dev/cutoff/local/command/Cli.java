package dev.cutoff.local.command;

import dev.cutoff.local.home.Port;
import dev.cutoff.local.home.Settings;
import dev.cutoff.local.home.World;
import dev.cutoff.local.suite.Suite;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The command line in a process of its own, with a home and ports of its own, on the services as this build has packaged them. */
final class Cli {

    /** Several suites are started here, each for a moment; and what a killed sender had in hand is waited for. */
    static final String JAVA_OPTIONS = "-XX:TieredStopAtLevel=1 -Dcutoff.planning.lease=2S -Dcutoff.sending.lease=2S"
            + " -Dcutoff.sending.reply-timeout=2S -Dcutoff.sending.quarantine=1S";

    private final Path folder;
    private final Map<String, String> environment = new HashMap<>();
    private final Map<Port, Integer> ports = new HashMap<>();

    Cli(Path folder) throws IOException {
        this.folder = folder.toRealPath();
        environment.put("CLASSPATH", System.getProperty("java.class.path"));
        environment.put("CUTOFF_HOME", home().toString());
        environment.put("CUTOFF_JAVA_OPTS", JAVA_OPTIONS);
        for (var other : List.of("CUTOFF_DB_URL", "CUTOFF_OIDC_URL", "CUTOFF_SMTP_URL", "CUTOFF_TOKEN")) {
            environment.put(other, "");
        }
        choosePorts();
    }

    /** The services as this build has packaged them, laid out as the script lays them out. */
    private static Path build() throws IOException {
        var build = Path.of("target", "applications").toAbsolutePath();
        Files.createDirectories(build);
        for (var service : List.of("inventory", "timeline", "notification")) {
            var application = Path.of("..", service + "-service", "target", "quarkus-app")
                    .toAbsolutePath()
                    .normalize();
            if (!Files.exists(application.resolve("quarkus-run.jar"))) {
                throw new IllegalStateException(
                        "There is no %s, and this test runs the services as they are packaged; ./cutoff test local packages them."
                                .formatted(application));
            }
            if (!Files.exists(build.resolve(service))) {
                Files.createSymbolicLink(build.resolve(service), application);
            }
        }
        return build;
    }

    /** All open at once, so that no two are the same. */
    private void choosePorts() throws IOException {
        var sockets = new ArrayList<ServerSocket>();
        for (var port : Port.values()) {
            var socket = new ServerSocket(0);
            sockets.add(socket);
            ports.put(port, socket.getLocalPort());
            environment.put(port.setting(), Integer.toString(socket.getLocalPort()));
        }
        for (var socket : sockets) {
            socket.close();
        }
    }

    Path home() {
        return folder.resolve("home of a user");
    }

    /** As the command line sees it. */
    Suite suite() throws IOException {
        return Suite.of(Settings.of(folder, build(), environment), World.OWN);
    }

    String address(Port port) {
        return "http://127.0.0.1:" + ports.get(port);
    }

    int port(Port port) {
        return ports.get(port);
    }

    Run run(String... arguments) throws Exception {
        return runWith(Map.of(), arguments);
    }

    Run runWith(Map<String, String> more, String... arguments) throws Exception {
        var all = new HashMap<>(environment);
        all.putAll(more);
        return Run.of(folder, all, command(arguments));
    }

    /** Starts it and lets it run; what it says goes to the file. */
    Process start(Path out, String... arguments) throws IOException {
        return Run.start(folder, environment, out, out, command(arguments));
    }

    private String[] command(String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dcutoff.project=" + folder,
                "-Dcutoff.build=" + build(),
                Cutoff.class.getName()));
        command.addAll(Arrays.asList(arguments));
        return command.toArray(String[]::new);
    }

    /** Every process that has anything to do with this home, the command line apart. */
    List<ProcessHandle> processes() {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().arguments().stream()
                        .flatMap(Arrays::stream)
                        .anyMatch(argument -> argument.contains(home().toString())))
                .toList();
    }
}
