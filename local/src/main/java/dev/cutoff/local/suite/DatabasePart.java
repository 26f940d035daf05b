package dev.cutoff.local.suite;

import dev.cutoff.local.home.Home;
import dev.cutoff.local.home.Passwords;
import dev.cutoff.local.home.Port;
import dev.cutoff.local.home.Settings;
import dev.cutoff.local.postgres.Cluster;
import dev.cutoff.local.postgres.Databases;
import dev.cutoff.local.postgres.Login;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The embedded PostgreSQL. */
final class DatabasePart implements Part {

    static final String NAME = "postgresql";

    private final Home home;
    private final int port;
    private final Passwords passwords;
    private final Cluster cluster;

    DatabasePart(Settings settings, Passwords passwords) {
        this.home = settings.home();
        this.port = settings.port(Port.DB);
        this.passwords = passwords;
        this.cluster = new Cluster(home);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Port> ports() {
        return List.of(Port.DB);
    }

    @Override
    public String address() {
        return Login.embedded(port, "").server();
    }

    @Override
    public Path log() {
        return home.databaseLog();
    }

    @Override
    public Optional<ProcessHandle> process() {
        return cluster.process();
    }

    @Override
    public void start() {
        cluster.start(port, passwords.admin());
    }

    @Override
    public boolean isReady() {
        return new Databases(Login.embedded(port, passwords.admin()), passwords).isReachable();
    }

    @Override
    public void stop() {
        cluster.stop();
    }

    void crash() {
        cluster.crash();
    }
}
