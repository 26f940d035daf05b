package dev.cutoff.local.suite;

import dev.cutoff.local.home.Failure;
import dev.cutoff.local.home.Home;
import dev.cutoff.local.home.HomeLock;
import dev.cutoff.local.home.Passwords;
import dev.cutoff.local.home.Port;
import dev.cutoff.local.home.Settings;
import dev.cutoff.local.home.World;
import dev.cutoff.local.postgres.Databases;
import dev.cutoff.local.process.Ending;
import dev.cutoff.local.process.FreePorts;
import dev.cutoff.local.process.Memory;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/**
 * PostgreSQL, the servers and the three services, in one world. What runs is read from the process table each time: there is no
 * other record of it that could be wrong.
 */
public final class Suite {

    private final Settings settings;
    private final World world;
    private final Passwords passwords;
    private final List<Part> base;
    private final List<Part> services;
    private final List<Part> replicas = new CopyOnWriteArrayList<>();
    private volatile List<Part> starting = List.of();
    private volatile boolean abandoned;

    private Suite(Settings settings, World world) {
        this.settings = settings;
        this.world = world;
        this.passwords = new Passwords(settings.home());
        var folder = settings.home().of(world);
        var some = new ArrayList<Part>();
        if (settings.databaseUrl() == null) {
            some.add(new DatabasePart(settings, passwords));
        }
        if (settings.issuerUrl() == null || settings.smtpUrl() == null) {
            some.add(new ServersPart(settings, folder));
        }
        this.base = List.copyOf(some);
        this.services = Service.of(world).stream()
                .<Part>map(service -> new ServicePart(settings, world, service, passwords))
                .toList();
    }

    /** The suite of a world, on the ports where its processes listen if they run. */
    public static Suite of(Settings settings, World world) {
        return new Suite(Ports.actual(settings, new Suite(settings, world).parts()), world);
    }

    /** The suite that runs; the user's own if none does. */
    public static Suite current(Settings settings) {
        var demo = of(settings, World.DEMO);
        return demo.isRunning() ? demo : of(settings, World.OWN);
    }

    public World world() {
        return world;
    }

    public Addresses addresses() {
        return new Addresses(settings);
    }

    public Settings settings() {
        return settings;
    }

    public Home.WorldFolder folder() {
        return settings.home().of(world);
    }

    /** Whether a process of this world runs; PostgreSQL belongs to both. */
    public boolean isRunning() {
        return ofThisWorld().stream().anyMatch(part -> part.process().isPresent());
    }

    public boolean isRunning(Service service) {
        return services.stream()
                .anyMatch(part ->
                        part.name().equals(service.toString()) && part.process().isPresent());
    }

    /** Starts what does not run, and returns when all of it answers. */
    public void up(Progress progress) {
        try (var _ = HomeLock.take(settings.home())) {
            start(progress, () -> {});
        }
    }

    /** Starts a world that is not the user's own on databases and a folder that hold nothing. */
    public void upEmpty(Progress progress) {
        if (world == World.OWN) {
            throw new IllegalStateException("The user's own data are never emptied");
        }
        try (var _ = HomeLock.take(settings.home())) {
            stopAll(ofThisWorld(), progress);
            Home.delete(folder().folder());
            start(progress, () -> databases().drop(world, names()));
        }
    }

    /** Stops a world that is not the user's own and leaves nothing of it; PostgreSQL too, unless another world is on it. */
    public void remove(Progress progress) {
        try (var _ = HomeLock.take(settings.home())) {
            stopAll(ofThisWorld(), progress);
            if (databases().isReachable()) {
                databases().drop(world, names());
            }
            Home.delete(folder().folder());
            if (Arrays.stream(World.values()).noneMatch(other -> new Suite(settings, other).isRunning())) {
                stopAll(parts(), progress);
            }
        }
    }

    /** Stops one service, and leaves the others running. */
    public void stop(Service service) {
        services.stream().filter(part -> part.name().equals(service.toString())).forEach(Part::stop);
    }

    /**
     * One more process of notification, on a port of its own; it goes with the suite.
     *
     * @param number by which its process and log are told from the others'
     * @param smtp where it sends to
     * @param options more options for its JVM
     */
    public Replica replica(int number, URI smtp, List<String> options) {
        var ports = new EnumMap<>(settings.ports());
        ports.put(Port.NOTIFICATION, FreePorts.any());
        var own = settings.withPorts(ports).withSmtpUrl(smtp.toString()).withJavaOptions(options);
        var part = new ServicePart(own, world, Service.NOTIFICATION, Service.NOTIFICATION + "-" + number, passwords);
        replicas.add(part);
        return new Replica(part, () -> launch(part));
    }

    /**
     * Ends PostgreSQL as a power cut would, and starts it again after a while.
     *
     * @throws Failure if it is not ours alone
     */
    public void crashDatabase(Duration away) {
        var database = base.stream()
                .filter(DatabasePart.class::isInstance)
                .map(DatabasePart.class::cast)
                .findFirst()
                .orElseThrow(() -> new Failure("PostgreSQL is not ours: unset CUTOFF_DB_URL."));
        if (Arrays.stream(World.values()).anyMatch(other -> other != world && new Suite(settings, other).isRunning())) {
            throw new Failure("Your own suite runs on the same PostgreSQL: ./cutoff down first.");
        }
        database.crash();
        Ending.await(() -> false, away);
        database.start();
    }

    /** A connection to the database of a service with one of its two roles: {@code owner} or {@code app}. */
    public Connection connect(Service service, String role) {
        return databases().connect(world, service.toString(), role);
    }

    /** Stops everything, PostgreSQL last. */
    public void down(Progress progress) {
        try (var _ = HomeLock.take(settings.home())) {
            stopAll(parts(), progress);
        }
    }

    public List<PartStatus> status() {
        return parts().stream().parallel().map(Suite::status).toList();
    }

    public Path log(String part) {
        return parts().stream()
                .filter(known -> known.name().equals(part))
                .findFirst()
                .orElseThrow(() -> new Failure("There is no log of " + part + ": choose one of "
                        + String.join(", ", parts().stream().map(Part::name).toList()) + "."))
                .log();
    }

    /** Stops what a command has started, replicas too, also in the middle of {@link #up}; that command's own thread then fails. */
    public void abandon(Progress progress) {
        synchronized (this) {
            abandoned = true;
        }
        stopAll(Stream.concat(starting.stream(), replicas.stream()).toList(), progress);
    }

    /** @param prepare what is to be done when PostgreSQL answers, before the databases are made */
    private void start(Progress progress, Runnable prepare) {
        var startUp = new StartUp(progress);
        var missing = missing();
        FreePorts.require(
                settings,
                missing.stream().flatMap(part -> part.ports().stream()).toList());
        starting = missing;
        try {
            startBase();
            prepare.run();
            databases().create(world, names());
            services.stream().filter(missing::contains).forEach(this::launch);
            startUp.await(parts(), missing);
            Builds.deleteUnused(settings);
        } catch (RuntimeException e) {
            // All or nothing: what was not here before does not stay behind half started.
            stopAll(starting, progress);
            throw e;
        }
    }

    private void startBase() {
        // The servers first: they start while PostgreSQL does.
        base.reversed().stream().filter(part -> part.process().isEmpty()).forEach(this::launch);
    }

    private synchronized void launch(Part part) {
        if (abandoned) {
            throw new Failure("Interrupted.");
        }
        part.start();
    }

    private List<Part> missing() {
        return parts().stream().filter(part -> part.process().isEmpty()).toList();
    }

    /** PostgreSQL last, so that the others can finish what they are writing. */
    private static void stopAll(List<Part> parts, Progress progress) {
        var processes = parts.stream().flatMap(part -> part.process().stream()).toList();
        for (var shared : List.of(false, true)) {
            parts.stream()
                    .filter(part -> isShared(part) == shared)
                    .parallel()
                    .filter(part -> part.process().isPresent())
                    .forEach(part -> {
                        part.stop();
                        progress.stopped(part.name());
                    });
        }
        Ending.awaitReaped(processes);
    }

    private List<Part> ofThisWorld() {
        return Stream.concat(parts().stream(), replicas.stream())
                .filter(part -> !isShared(part))
                .toList();
    }

    private static boolean isShared(Part part) {
        return part instanceof DatabasePart;
    }

    private List<String> names() {
        return services.stream().map(Part::name).toList();
    }

    private Databases databases() {
        return new Databases(addresses().database(passwords), passwords);
    }

    private List<Part> parts() {
        return Stream.concat(base.stream(), services.stream()).toList();
    }

    private static PartStatus status(Part part) {
        var process = part.process().orElse(null);
        if (process == null) {
            return new PartStatus(part.name(), part.address(), null, null, null, PartStatus.Health.STOPPED, part.log());
        }
        return new PartStatus(
                part.name(),
                part.address(),
                process.pid(),
                Memory.of(process).orElse(null),
                process.info().startInstant().orElse(null),
                part.isReady() ? PartStatus.Health.READY : PartStatus.Health.NOT_READY,
                part.log());
    }
}
