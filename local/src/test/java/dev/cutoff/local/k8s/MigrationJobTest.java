package dev.cutoff.local.k8s;

import static dev.cutoff.local.k8s.Manifests.container;
import static dev.cutoff.local.k8s.Manifests.list;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.cutoff.local.home.Home;
import dev.cutoff.local.home.Passwords;
import dev.cutoff.local.home.World;
import dev.cutoff.local.postgres.Cluster;
import dev.cutoff.local.postgres.Databases;
import dev.cutoff.local.postgres.Login;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packaged inventory in production's profile, with the environment that the manifests give to its Deployment and its Job, and no
 * issuer that answers.
 */
class MigrationJobTest {

    private static final Duration A_WHILE = Duration.ofSeconds(90);

    @TempDir
    private Path temp;

    private Cluster cluster;
    private Passwords passwords;
    private int databasePort;
    private int port;
    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeEach
    void start() throws IOException {
        var home = new Home(temp.toRealPath());
        cluster = new Cluster(home);
        passwords = new Passwords(home);
        databasePort = freePort();
        port = freePort();
        cluster.start(databasePort, passwords.admin());
        new Databases(Login.embedded(databasePort, passwords.admin()), passwords)
                .create(World.OWN, List.of("inventory"));
    }

    @AfterEach
    void stop() {
        cluster.stop();
        http.close();
    }

    @Test
    void a_service_is_not_ready_until_the_job_has_migrated_as_the_owner() throws Exception {
        var service = run(serviceEnvironment());
        try {
            await().atMost(A_WHILE)
                    .failFast("the service has ended", () -> !service.isAlive())
                    .ignoreExceptions()
                    .until(() -> status("started"), found -> found == 200);
            assertThat(status("ready")).isEqualTo(503);

            var job = run(jobEnvironment(passwords.of("inventory")));

            assertThat(job.waitFor(90, TimeUnit.SECONDS)).isTrue();
            assertThat(job.exitValue()).isZero();
            await().atMost(A_WHILE).until(() -> status("ready"), found -> found == 200);
        } finally {
            service.destroyForcibly().waitFor();
        }
    }

    @Test
    void a_job_that_cannot_migrate_fails() throws Exception {
        var job = run(jobEnvironment("wrong"));

        assertThat(job.waitFor(90, TimeUnit.SECONDS)).isTrue();
        assertThat(job.exitValue()).isNotZero();
    }

    private Map<String, String> serviceEnvironment() throws IOException {
        var environment = configuration();
        environment.put("QUARKUS_DATASOURCE_PASSWORD", passwords.of("inventory"));
        return environment;
    }

    private Map<String, String> jobEnvironment(String password) throws IOException {
        var environment = configuration();
        var job = Manifests.read(Manifests.FOLDER.resolve("base/service/migration-job.yaml"))
                .getFirst();
        list(container(job).get("env"))
                .forEach(variable -> environment.put((String) variable.get("name"), (String) variable.get("value")));
        environment.put("QUARKUS_FLYWAY_USERNAME", "inventory_owner");
        environment.put("QUARKUS_FLYWAY_PASSWORD", password);
        return environment;
    }

    /** The ConfigMap, with the addresses of this machine. */
    @SuppressWarnings("unchecked")
    private Map<String, String> configuration() throws IOException {
        var environment = new HashMap<String, String>();
        var own = Manifests.read(Manifests.FOLDER.resolve("base/inventory/kustomization.yaml"))
                .getFirst();
        var literals =
                (List<String>) list(own.get("configMapGenerator")).getFirst().get("literals");
        literals.forEach(literal -> {
            var parts = literal.split("=", 2);
            environment.put(parts[0], parts[1]);
        });
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put(
                "QUARKUS_DATASOURCE_JDBC_URL", Login.embedded(databasePort, "").url("inventory"));
        environment.put("QUARKUS_OIDC_AUTH_SERVER_URL", "http://127.0.0.1:" + freePort());
        environment.put("QUARKUS_OIDC_CONNECTION_DELAY", "1S");
        return environment;
    }

    private Process run(Map<String, String> environment) throws IOException {
        var builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        Path.of("..", "inventory-service", "target", "quarkus-app", "quarkus-run.jar")
                                .toAbsolutePath()
                                .toString())
                .redirectErrorStream(true)
                .redirectOutput(Files.createTempFile(temp, "service", ".log").toFile());
        builder.environment().putAll(environment);
        return builder.start();
    }

    private int status(String probe) throws IOException, InterruptedException {
        var address = URI.create("http://127.0.0.1:" + port + "/q/health/" + probe);
        return http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                .statusCode();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
