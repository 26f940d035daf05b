package dev.cutoff.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/**
 * What a service needs around it in a test: PostgreSQL from the embedded binaries with the roles of production, a key pair that
 * stands for the issuer, and a clock file. The init argument {@code service} is its name; what else there is is configuration.
 */
public final class ServiceUnderTest implements QuarkusTestResourceLifecycleManager {

    private static final String PASSWORD = "test";

    private String service = "service";
    private Map<String, String> settings = Map.of();
    private EmbeddedPostgres postgres;

    @Override
    public void init(Map<String, String> arguments) {
        settings = new HashMap<>(arguments);
        service = settings.getOrDefault("service", service);
        settings.remove("service");
    }

    @Override
    public Map<String, String> start() {
        try {
            postgres = EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "off")
                    .setServerConfig("full_page_writes", "off")
                    .setServerConfig("max_connections", "120")
                    .start();
            createDatabase();
            var generator = KeyPairGenerator.getInstance("RSA");
            // The least that verifiers take: the JDK's own default, 3072, takes much longer to make and to sign with.
            generator.initialize(2048);
            var issuer = generator.generateKeyPair();
            System.setProperty(
                    Tokens.KEY,
                    Base64.getEncoder().encodeToString(issuer.getPrivate().getEncoded()));
            var config = new HashMap<>(settings);
            config.put(
                    "quarkus.oidc.public-key",
                    Base64.getEncoder().encodeToString(issuer.getPublic().getEncoded()));
            config.put("quarkus.datasource.jdbc.url", url(service));
            config.put("quarkus.datasource.username", service + "_app");
            config.put("quarkus.datasource.password", PASSWORD);
            config.put("quarkus.flyway.username", service + "_owner");
            config.put("quarkus.flyway.password", PASSWORD);
            config.put(
                    "cutoff.clock.file",
                    Files.createTempDirectory("cutoff-test").resolve("clock").toString());
            config.put("cutoff.test.admin-url", url(service) + "?user=postgres");
            return config;
        } catch (IOException | NoSuchAlgorithmException | SQLException e) {
            throw new IllegalStateException("Cannot start what the test stands on", e);
        }
    }

    private void createDatabase() throws SQLException {
        execute("postgres", script("1-roles.sql"));
        execute("postgres", "create database %s owner %s_owner".formatted(service, service));
        execute(service, script("2-database.sql"));
    }

    private void execute(String database, String sql) throws SQLException {
        try (var connection = postgres.getDatabase("postgres", database).getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String script(String name) {
        var path = "/db/setup/" + name;
        try (var resource = ServiceUnderTest.class.getResourceAsStream(path)) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("${service}", service)
                    .replace("${database}", service)
                    .replace("${password}", PASSWORD);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String url(String database) {
        return "jdbc:postgresql://localhost:" + postgres.getPort() + "/" + database;
    }

    @Override
    public void stop() {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the repository stands; tests run in the folder of their module. */
    public static Path repository() {
        return Path.of("..").toAbsolutePath().normalize();
    }
}
