package dev.cutoff.local.postgres;

import dev.cutoff.local.home.Failure;
import dev.cutoff.local.home.Home;
import dev.cutoff.local.home.Port;
import dev.cutoff.local.process.Mark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The embedded PostgreSQL: a cluster whose data is kept, durable as in production. It goes on when the command that started it has
 * ended, and is found again by the folder of its data on its command line.
 */
public final class Cluster {

    private static final String VERSION = "18";

    private final Path data;
    private final Path log;
    private final Binaries binaries;

    public Cluster(Home home) {
        this.data = home.data();
        this.log = home.databaseLog();
        this.binaries = new Binaries(home.binaries().resolve(VERSION));
    }

    /** The postmaster, if it runs. */
    public Optional<ProcessHandle> process() {
        return ProcessHandle.allProcesses()
                .filter(this::isServer)
                // A child looks like its postmaster until it has given itself a title.
                .filter(process -> process.parent().filter(this::isServer).isEmpty())
                .findFirst();
    }

    private boolean isServer(ProcessHandle process) {
        return process.info()
                        .command()
                        .filter(command -> command.endsWith("/postgres"))
                        .isPresent()
                && Mark.hasArgument(process, data.toString());
    }

    /** The port on which it runs. */
    public static Optional<Integer> portOf(ProcessHandle postmaster) {
        var arguments = postmaster.info().arguments().map(List::of).orElse(List.of());
        var flag = arguments.indexOf("-p");
        return flag < 0 || flag + 1 == arguments.size()
                ? Optional.empty()
                : Optional.of(Integer.valueOf(arguments.get(flag + 1)));
    }

    /**
     * Starts it, making the cluster the first time, and returns when it takes connections.
     *
     * @param password of the superuser {@code postgres}
     */
    public void start(int port, String password) {
        binaries.unpack();
        initialise(password);
        forgetStalePostmaster();
        // fsync and full_page_writes stay on: a machine that loses power keeps what was promised.
        var options = "-p %d -c listen_addresses=%s -c unix_socket_directories= -c timezone=UTC -c log_timezone=UTC"
                .formatted(port, Port.HOST);
        try {
            Files.createDirectories(log.getParent());
        } catch (IOException e) {
            throw new Failure("Cannot make the folder " + log.getParent() + " (" + e.getMessage() + ").", e);
        }
        if (run("pg_ctl", "start", "-D", data.toString(), "-w", "-t", "60", "-l", log.toString(), "-o", options) != 0) {
            throw new Failure("PostgreSQL did not start.", log);
        }
    }

    /** Stops it cleanly, and returns when it has ended; does nothing if it does not run. */
    public void stop() {
        if (process().isEmpty()) {
            return;
        }
        // Connections are cut, transactions rolled back, everything is written.
        stop("fast");
    }

    /** Ends it as a power cut would, without writing anything; the next start recovers from the log of transactions. */
    public void crash() {
        stop("immediate");
    }

    private void stop(String mode) {
        if (run("pg_ctl", "stop", "-D", data.toString(), "-m", mode, "-w", "-t", "60") != 0
                && process().isPresent()) {
            throw new Failure("PostgreSQL did not stop.", log);
        }
    }

    private void initialise(String password) {
        var version = data.resolve("PG_VERSION");
        if (Files.exists(version)) {
            requireSameVersion(version);
            return;
        }
        var next = data.resolveSibling("data.new");
        Home.delete(next);
        try {
            var file = Files.createTempFile(
                    data.getParent(),
                    "password",
                    ".tmp",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try {
                Files.writeString(file, password + "\n");
                // The built-in locale is the same on every machine, so lists have one order everywhere.
                var exit = run(
                        "initdb",
                        "-D",
                        next.toString(),
                        "-U",
                        "postgres",
                        "-A",
                        "scram-sha-256",
                        "--pwfile=" + file,
                        "-E",
                        "UTF8",
                        "--locale=C",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8",
                        "--no-instructions");
                if (exit != 0) {
                    throw new Failure("PostgreSQL could not make its data folder.", log);
                }
            } finally {
                Files.delete(file);
            }
            Files.move(next, data, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new Failure("Cannot make PostgreSQL's data folder " + data + " (" + e.getMessage() + ").", e);
        }
    }

    private void requireSameVersion(Path file) {
        try {
            var version = Files.readString(file).strip();
            if (!version.equals(VERSION)) {
                throw new Failure(
                        "The data in %s are of PostgreSQL %s and this is %s: move the folder away, or set CUTOFF_DB_URL."
                                .formatted(data, version, VERSION));
            }
        } catch (IOException e) {
            throw new Failure("Cannot read " + file + " (" + e.getMessage() + ").", e);
        }
    }

    /**
     * After {@code kill -9} or a power cut the postmaster's file names a process that is gone. PostgreSQL sees that by itself unless
     * the number has been given to another process meanwhile: then it would refuse to start for ever.
     */
    private void forgetStalePostmaster() {
        if (process().isPresent()) {
            return;
        }
        try {
            Files.deleteIfExists(data.resolve("postmaster.pid"));
        } catch (IOException e) {
            throw new Failure("Cannot delete the stale postmaster.pid in " + data + " (" + e.getMessage() + ").", e);
        }
    }

    private int run(String program, String... arguments) {
        var command = new ArrayList<String>();
        if (isRoot()) {
            // PostgreSQL refuses to run as root. In a user namespace of its own it is nobody in particular, with our
            // files.
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(binaries.program(program).toString());
        command.addAll(List.of(arguments));
        try {
            Files.createDirectories(log.getParent());
            var builder = new ProcessBuilder(command)
                    .directory(data.getParent().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().putAll(Map.of("LC_ALL", "C", "TZ", "UTC"));
            var exit = builder.start().waitFor();
            if (exit != 0 && isRoot() && !canUnshare()) {
                throw new Failure("PostgreSQL refuses to run as root, and this machine allows no user namespaces:"
                        + " run as another user, or set CUTOFF_DB_URL to a PostgreSQL 18.");
            }
            return exit;
        } catch (IOException e) {
            throw new Failure("Cannot run PostgreSQL's " + program + " (" + e.getMessage() + ").", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("Interrupted while PostgreSQL's " + program + " ran.", e);
        }
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    private static boolean canUnshare() throws IOException, InterruptedException {
        return new ProcessBuilder("unshare", "-U", "true").start().waitFor() == 0;
    }
}
