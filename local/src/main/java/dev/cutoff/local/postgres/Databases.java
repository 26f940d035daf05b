package dev.cutoff.local.postgres;

import dev.cutoff.local.home.Failure;
import dev.cutoff.local.home.Passwords;
import dev.cutoff.local.home.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;

/** The roles and databases of the services, made by the same scripts that an administrator runs in production. */
public final class Databases {

    private final Login login;
    private final Passwords passwords;

    public Databases(Login login, Passwords passwords) {
        this.login = login;
        this.passwords = passwords;
    }

    /** Makes what is missing; may be run again. */
    public void create(World world, Collection<String> services) {
        try (var admin = login.connect(login.database())) {
            for (var service : services) {
                var database = world.database(service);
                execute(admin, script("1-roles.sql", service, database));
                if (!exists(admin, database)) {
                    adopt(admin, service);
                    execute(admin, "create database %s owner %s_owner".formatted(database, service));
                }
                try (var inside = login.connect(database)) {
                    execute(inside, script("2-database.sql", service, database));
                }
            }
        } catch (SQLException e) {
            throw failure("make the databases", e);
        }
    }

    /** Drops the databases of a world that is not the user's own, cutting whoever is connected. */
    public void drop(World world, Collection<String> services) {
        if (world == World.OWN) {
            throw new IllegalStateException("The user's own data are never dropped");
        }
        try (var admin = login.connect(login.database())) {
            for (var service : services) {
                execute(admin, "drop database if exists " + world.database(service) + " with (force)");
            }
        } catch (SQLException e) {
            throw failure("drop the databases of " + world, e);
        }
    }

    /** A connection to a service's database with one of its two roles: {@code owner} or {@code app}. */
    public Connection connect(World world, String service, String role) {
        try {
            return DriverManager.getConnection(
                    login.url(world.database(service)), service + "_" + role, passwords.of(service));
        } catch (SQLException e) {
            throw failure("connect to " + world.database(service), e);
        }
    }

    public boolean isReachable() {
        try (var connection = login.connect(login.database())) {
            return connection.isValid(2);
        } catch (SQLException e) {
            return false;
        }
    }

    /** An administrator who is no superuser may give a database only to a role that it belongs to. */
    private static void adopt(Connection admin, String service) throws SQLException {
        execute(admin, """
                do $$ begin
                    if not (select rolsuper from pg_roles where rolname = current_user) then
                        execute format('grant %s_owner to %%I', current_user);
                    end if;
                end $$""".formatted(service));
    }

    private static boolean exists(Connection admin, String database) throws SQLException {
        try (var query = admin.prepareStatement("select from pg_database where datname = ?")) {
            query.setString(1, database);
            try (var rows = query.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String script(String name, String service, String database) {
        var path = "/db/setup/" + name;
        try (var resource = Databases.class.getResourceAsStream(path)) {
            if (resource == null) {
                throw new IllegalStateException(path + " is not in the jar");
            }
            var sql = new String(resource.readAllBytes(), StandardCharsets.UTF_8);
            for (var value : Map.of("service", service, "database", database, "password", passwords.of(service))
                    .entrySet()) {
                sql = sql.replace("${" + value.getKey() + "}", value.getValue());
            }
            return sql;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Failure failure(String what, SQLException e) {
        return new Failure(
                "Cannot %s at %s as %s: %s".formatted(what, login.server(), login.user(), e.getMessage()), e);
    }
}
