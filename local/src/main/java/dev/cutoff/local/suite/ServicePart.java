package dev.cutoff.local.suite;

import dev.cutoff.local.home.Failure;
import dev.cutoff.local.home.Passwords;
import dev.cutoff.local.home.Port;
import dev.cutoff.local.home.Settings;
import dev.cutoff.local.home.World;
import dev.cutoff.local.process.Daemon;
import dev.cutoff.local.process.Mark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** One of the three services, as it is deployed, with the profile {@code local}. */
final class ServicePart extends JavaPart {

    private final Settings settings;
    private final World world;
    private final Service service;
    private final Passwords passwords;
    private final Addresses addresses;

    ServicePart(Settings settings, World world, Service service, Passwords passwords) {
        this(settings, world, service, service.toString(), passwords);
    }

    /** @param name of the process, where there are several of one service */
    ServicePart(Settings settings, World world, Service service, String name, Passwords passwords) {
        super(settings.home().of(world), name);
        this.settings = settings;
        this.world = world;
        this.service = service;
        this.passwords = passwords;
        this.addresses = new Addresses(settings);
    }

    @Override
    public List<Port> ports() {
        return List.of(service.port());
    }

    @Override
    public String address() {
        return addresses.of(service).toString();
    }

    @Override
    Daemon daemon(Mark own) {
        var jar = settings.build().resolve(service.toString()).resolve("quarkus-run.jar");
        if (!Files.exists(jar)) {
            throw new Failure("There is no " + jar + "; ./cutoff builds it when it is run from the project.");
        }
        var arguments = new ArrayList<>(List.of(
                Ports.option(service.port(), settings),
                "-Dquarkus.profile=local",
                "-Dquarkus.config.locations=" + write(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "-XX:+ExitOnOutOfMemoryError"));
        arguments.addAll(world.javaOptions());
        arguments.addAll(settings.javaOptions());
        arguments.addAll(List.of("-jar", jar.toString()));
        return new Daemon(own, List.copyOf(arguments), Map.of(), log(), folder.pid(name()));
    }

    @Override
    public boolean isReady() {
        return Probe.answersOk(addresses.of(service).resolve("/q/health/ready"));
    }

    /**
     * In a file and not in the environment or on the command line: a password is then nobody else's to see, and whoever wonders how a
     * service is set up can read it.
     */
    private String write() {
        var file = folder.settings(name());
        try {
            Files.createDirectories(file.getParent());
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try (var writer = Files.newBufferedWriter(file)) {
                properties().store(writer, "Written anew at each start");
            }
            return file.toUri().toString();
        } catch (IOException e) {
            throw new Failure("Cannot write " + file + " (" + e.getMessage() + ").", e);
        }
    }

    private Properties properties() {
        var database = addresses.database(passwords);
        var set = new Properties();
        // Above the environment (300) and system properties (400): what stands here is what holds.
        set.setProperty("config_ordinal", "450");
        set.setProperty("quarkus.http.host", Port.HOST);
        set.setProperty("quarkus.http.port", Integer.toString(settings.port(service.port())));
        set.setProperty("quarkus.shutdown.timeout", "5S");
        set.setProperty("quarkus.datasource.jdbc.url", database.url(world.database(service.toString())));
        set.setProperty("quarkus.datasource.username", service + "_app");
        set.setProperty("quarkus.datasource.password", passwords.of(service.toString()));
        set.setProperty("quarkus.flyway.username", service + "_owner");
        set.setProperty("quarkus.flyway.password", passwords.of(service.toString()));
        set.setProperty("quarkus.oidc.auth-server-url", addresses.issuer().toString());
        set.setProperty("cutoff.clock.file", folder.clock().toString());
        if (service != Service.INVENTORY) {
            set.setProperty(
                    "quarkus.rest-client.inventory.url",
                    addresses.of(Service.INVENTORY).toString());
            set.setProperty("quarkus.oidc-client.credentials.secret", settings.secretOfServices());
        }
        if (service == Service.NOTIFICATION) {
            set.setProperty(
                    "quarkus.rest-client.timeline.url",
                    addresses.of(Service.TIMELINE).toString());
            set.setProperty("cutoff.smtp.url", addresses.smtp().toString());
        }
        return set;
    }
}
