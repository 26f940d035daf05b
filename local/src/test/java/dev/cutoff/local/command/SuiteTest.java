package dev.cutoff.local.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cutoff.local.client.Http;
import dev.cutoff.local.home.Port;
import java.io.IOException;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * The suite as a user has it: real processes, started and killed. Each test finds everything running, because {@code up} brings back
 * what the one before has killed; but for those that start it themselves, which come first and find nothing running.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SuiteTest {

    /** A test that starts the suite itself, and leaves nothing running: to bring it back for the next would be for nothing. */
    @Test
    @Tag(FROM_NOTHING)
    @Order(1)
    @Retention(RetentionPolicy.RUNTIME)
    private @interface FromNothing {}

    private static final String FROM_NOTHING = "from-nothing";

    private static final String CONTOSO = "8bb6f14a-714e-4fdc-89f6-05418818a00b";
    private static final int PARTS = 5;
    /** So many that they are merged in parts, and hardly merged before the service is killed. */
    private static final int SIGN_INS = 60_000;

    private static final Duration A_WHILE = Duration.ofSeconds(120);

    @TempDir
    private static Path temp;

    private static Cli cli;
    private static HttpClient http;

    @BeforeAll
    static void prepare() throws IOException {
        cli = new Cli(temp);
        http = HttpClient.newHttpClient();
    }

    @BeforeEach
    void begin(TestInfo test) throws Exception {
        if (test.getTags().contains(FROM_NOTHING)) {
            assertThat(cli.processes()).isEmpty();
        } else {
            up();
        }
    }

    private static void up() throws Exception {
        if (cli.processes().size() == PARTS) {
            return;
        }
        var run = cli.run("up", "--detach");
        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isZero();
    }

    @AfterAll
    static void down() throws Exception {
        cli.run("down");
        http.close();
    }

    @Test
    void status_says_of_every_part_that_it_is_ready() throws Exception {
        var status = cli.run("status").out();

        for (var part : new String[] {"postgresql", "servers", "inventory", "timeline", "notification"}) {
            assertThat(status).containsPattern(part + " +\\d+ +[\\d,]+ MB  ready");
        }
        assertThat(status)
                .contains(cli.address(Port.INVENTORY))
                .contains(", real time")
                .contains("your own data");
    }

    @Test
    void status_and_token_need_not_be_told_again_on_which_ports_the_suite_was_started() throws Exception {
        var elsewhere = Map.of(
                "CUTOFF_INVENTORY_PORT", "1", "CUTOFF_OIDC_PORT", "2", "CUTOFF_DB_PORT", "3", "CUTOFF_SMTP_PORT", "4");

        assertThat(cli.runWith(elsewhere, "status").out())
                .contains(cli.address(Port.INVENTORY))
                .doesNotContain("NOT READY");
        assertThat(cli.runWith(elsewhere, "token", "--service").exit()).isZero();
    }

    @Test
    void inventory_trusts_a_token_for_its_role_and_its_tenants() throws Exception {
        var operator = token("--role", "operator", "--tenant", CONTOSO);
        var viewer = token("--role", "viewer", "--tenant", CONTOSO);
        var stranger = token("--role", "admin", "--tenant", "11111111-1111-1111-1111-111111111111");

        assertThat(upsertContoso(operator).statusCode()).isEqualTo(200);
        assertThat(upsertContoso(viewer).statusCode()).isEqualTo(403);
        assertThat(get("/v1/tenants/" + CONTOSO, viewer).statusCode()).isEqualTo(200);
        assertThat(get("/v1/tenants/" + CONTOSO, stranger).statusCode()).isEqualTo(404);
        assertThat(get("/v1/tenants/" + CONTOSO, "").statusCode()).isEqualTo(401);
    }

    @Test
    void a_token_has_the_claims_of_production() throws Exception {
        var other = "11111111-1111-1111-1111-111111111111";

        assertThat(claims(token("--role", "operator", "--tenant", CONTOSO + "," + other, "--subject", "anna")))
                .contains("\"sub\":\"anna\"")
                .contains("\"aud\":\"cutoff\"")
                .contains("\"roles\":[\"operator\"]")
                .contains("\"tenants\":[\"" + CONTOSO + "\",\"" + other + "\"]");
        assertThat(claims(token("--service")))
                .contains("\"roles\":[\"service\"]")
                .contains("\"tenants\":[\"*\"]");
    }

    @Test
    void a_service_that_authenticates_as_in_production_gets_the_role_service() throws Exception {
        var basic = Base64.getEncoder().encodeToString("timeline-service:local".getBytes(StandardCharsets.UTF_8));
        var answer = http.send(
                HttpRequest.newBuilder(URI.create(cli.address(Port.OIDC) + "/cutoff/token"))
                        .header("Authorization", "Basic " + basic)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("grant_type=client_credentials"))
                        .build(),
                BodyHandlers.ofString());
        var token = answer.body().replaceFirst("(?s).*\"access_token\" *: *\"([^\"]+)\".*", "$1");

        assertThat(claims(token)).contains("\"sub\":\"timeline-service\"").contains("\"roles\":[\"service\"]");
        assertThat(get("/v1/tenants", token).statusCode()).isEqualTo(200);
    }

    @Test
    void a_token_for_nobody_or_nothing_is_refused() throws Exception {
        assertThat(cli.run("token", "--role", "boss", "--tenant", CONTOSO).err())
                .contains("--role must be one of viewer");
        assertThat(cli.run("token", "--role", "viewer").err()).contains("--tenant must name the tenants");
        assertThat(cli.run("token", "--role", "viewer", "--tenant", "1-1-1-1-1").exit())
                .isEqualTo(2);
    }

    @Test
    void the_clock_is_the_same_for_all_services_until_real_time_runs_again() throws Exception {
        assertThat(cli.run("clock", "2022-09-01T18:00:00+09:00").out()).startsWith("It is 2022-09-01T09:00:00Z");
        for (var port : new Port[] {Port.INVENTORY, Port.TIMELINE, Port.NOTIFICATION}) {
            assertThat(send(URI.create(cli.address(port) + "/local/clock"), "").body())
                    .contains("2022-09-01T09:00:00Z");
        }
        assertThat(cli.run("clock", "show").out()).isEqualTo("2022-09-01T09:00:00Z, simulated\n");
        assertThat(cli.run("clock", "tomorrow").err()).contains("clock takes a moment such as");

        assertThat(cli.run("clock", "real").out()).isEqualTo("Real time runs.\n");
        var shown = Instant.parse(cli.run("clock", "show").out().split(",")[0]);
        assertThat(shown).isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
    }

    @Test
    void up_brings_back_a_killed_service_which_ends_what_it_has_taken_on_and_leaves_the_others_alone()
            throws Exception {
        var operator = token("--role", "operator", "--tenant", CONTOSO);
        upsertContoso(operator);
        var timeline = pid("timeline");
        var taken = send(SignIns.lines(SIGN_INS), operator);
        assertThat(taken.statusCode()).isEqualTo(202);
        ProcessHandle.of(pid("inventory")).orElseThrow().destroyForcibly();
        await().atMost(A_WHILE).until(() -> cli.processes().size() < PARTS);
        assertThat(cli.run("status").out()).contains("stopped");

        var run = cli.run("up", "--detach");

        assertThat(run.out()).containsPattern("timeline +was up").containsPattern("inventory +[\\d.]+ s");
        assertThat(pid("timeline")).isEqualTo(timeline);
        assertThat(get("/v1/tenants/" + CONTOSO, token("--service")).statusCode())
                .isEqualTo(200);
        var job = taken.headers().firstValue("Location").orElseThrow();
        await().atMost(A_WHILE)
                .until(() -> send(URI.create(job), operator).body(), body -> body.contains("\"succeeded\""));
        assertThat(send(URI.create(job), operator).body()).contains("\"accepted\":" + SIGN_INS);
    }

    @Test
    void up_brings_back_a_killed_postgresql_with_what_was_in_it() throws Exception {
        upsertContoso(token("--role", "operator", "--tenant", CONTOSO));
        var postmaster =
                Files.readAllLines(cli.home().resolve("data/postmaster.pid")).getFirst();
        ProcessHandle.of(Long.parseLong(postmaster)).orElseThrow().destroyForcibly();
        await().atMost(A_WHILE).until(() -> cli.processes().size() < PARTS);
        assertThat(cli.run("status").out()).contains("stopped");

        assertThat(cli.run("up", "--detach").exit()).isZero();

        await().atMost(A_WHILE)
                .untilAsserted(() -> assertThat(get("/v1/tenants/" + CONTOSO, token("--service"))
                                .statusCode())
                        .isEqualTo(200));
    }

    @Test
    void senders_that_are_killed_lose_no_mail_and_repeat_only_what_may_have_arrived_to_the_byte() throws Exception {
        var mailing = new Mailing(cli.suite(), Http.with(token("--role", "admin", "--tenant", "*")));
        var tenants = mailing.plan(10, "killed-at-random", "killed-after-the-dot");

        mailing.release(tenants.getFirst());
        Thread.sleep(new Random().nextInt(300));
        ProcessHandle.of(pid("notification")).orElseThrow().destroyForcibly();
        await().atMost(A_WHILE).until(() -> cli.processes().size() < PARTS);
        var options = " -Dcutoff.failpoint.at=after-dot -Dcutoff.failpoint.times=3 -Dcutoff.sending.parallel=1";
        cli.runWith(Map.of("CUTOFF_JAVA_OPTS", Cli.JAVA_OPTIONS + options), "up", "--detach");
        mailing.release(tenants.getLast());
        await().atMost(A_WHILE).until(() -> cli.processes().size() < PARTS);
        up();
        // Once more, because it may have ended over what was left of the first tenant before it heard of the second.
        mailing.release(tenants.getLast());

        await().atMost(A_WHILE).until(() -> mailing.count("count(*) filter (where state = 'sent')") == 20);
        var arrived = mailing.arrived();
        assertThat(arrived).hasSize(20);
        assertThat(arrived.values()).allSatisfy(copies -> assertThat(copies).containsOnly(copies.getFirst()));
        assertThat(arrived.values().stream().mapToInt(List::size).sum() - 20)
                .as("the one after the dot, and no more than are counted")
                .isBetween(1, mailing.count("sum(resends)"));
        cli.run("clock", "real");
    }

    @Test
    void ports_that_others_have_are_named_with_the_settings_that_move_them() throws Exception {
        var other = new Cli(Files.createDirectory(temp.resolve("another")));

        var run = other.runWith(
                Map.of(
                        "CUTOFF_TIMELINE_PORT", Integer.toString(cli.port(Port.TIMELINE)),
                        "CUTOFF_DB_PORT", Integer.toString(cli.port(Port.DB))),
                "up",
                "--detach");

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err())
                .startsWith("cutoff: ")
                .contains("Port %d is in use by another program: free it, or choose another with CUTOFF_TIMELINE_PORT."
                        .formatted(cli.port(Port.TIMELINE)))
                .contains("CUTOFF_DB_PORT");
        assertThat(other.processes()).isEmpty();
    }

    @FromNothing
    void a_service_that_cannot_start_takes_the_others_down_and_names_its_log() throws Exception {
        // All three refuse to start with that.
        var run = cli.runWith(Map.of("QUARKUS_DATASOURCE_JDBC_MAX_SIZE", "many"), "up", "--detach");

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err().strip())
                .matches(
                        "cutoff: (inventory|timeline|notification) ended while it was starting.*\\. The log: .*/logs/.*\\.log");
        assertThat(cli.processes()).isEmpty();
    }

    @Test
    void the_demo_does_not_touch_a_suite_that_runs() throws Exception {
        var run = cli.run("demo");

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("Your own suite is running").contains("./cutoff down");
    }

    @Test
    void the_log_of_each_part_can_be_read() throws Exception {
        assertThat(cli.run("logs", "inventory", "-n", "2").out().lines()).hasSizeLessThanOrEqualTo(2);
        assertThat(cli.run("logs", "postgresql").out()).contains("database system is ready");
        assertThat(cli.run("logs", "nothing").err()).contains("choose one of postgresql, servers, inventory");
    }

    @FromNothing
    void ctrl_c_stops_everything() throws Exception {
        assumeTrue(hearsInterrupts());
        var out = temp.resolve("up.out");
        var up = cli.start(out, "up");
        await().atMost(A_WHILE).until(() -> Files.readString(out).contains("Ctrl-C stops everything."));

        new ProcessBuilder("kill", "-INT", Long.toString(up.pid())).start().waitFor();

        assertThat(up.waitFor()).isEqualTo(130);
        assertThat(cli.processes()).isEmpty();
    }

    @FromNothing
    void ctrl_c_while_it_starts_leaves_nothing_half_started() throws Exception {
        assumeTrue(hearsInterrupts());
        var up = cli.start(temp.resolve("early.out"), "up", "--detach");
        await().atMost(A_WHILE).until(() -> Files.exists(cli.home().resolve("run/timeline.pid")));

        new ProcessBuilder("kill", "-INT", Long.toString(up.pid())).start().waitFor();

        assertThat(up.waitFor()).isNotZero();
        assertThat(cli.processes()).isEmpty();
    }

    @FromNothing
    void what_a_killed_command_line_leaves_behind_goes_on_and_down_leaves_no_process() throws Exception {
        var out = temp.resolve("killed.out");
        var up = cli.start(out, "up");
        await().atMost(A_WHILE).until(() -> Files.readString(out).contains("Ctrl-C stops everything."));
        up.destroyForcibly().waitFor();
        assertThat(get("/q/health/ready", "").statusCode()).isEqualTo(200);

        // One that does not listen, and one whose pid file was never written.
        new ProcessBuilder("kill", "-STOP", Long.toString(pid("servers")))
                .start()
                .waitFor();
        Files.delete(cli.home().resolve("run/inventory.pid"));
        var down = cli.run("down");

        assertThat(down.exit()).isZero();
        assertThat(down.out()).contains("postgresql    stopped");
        assertThat(cli.processes()).isEmpty();
        assertThat(cli.run("down").out()).isEqualTo("Nothing runs.\n");
    }

    /** A shell starts what it starts in the background deaf to interrupts, and so are its children. */
    private static boolean hearsInterrupts() throws IOException {
        var status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return true;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("SigIgn:"))
                .noneMatch(line -> (Long.parseUnsignedLong(line.substring(7).strip(), 16) & 2) != 0);
    }

    private static long pid(String part) throws IOException {
        return Long.parseLong(
                Files.readString(cli.home().resolve("run/" + part + ".pid")).strip());
    }

    private static String token(String... arguments) throws Exception {
        var command = new String[arguments.length + 1];
        command[0] = "token";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        var run = cli.run(command);
        assertThat(run.err()).isEmpty();
        return run.out().strip();
    }

    private static String claims(String token) {
        return new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8);
    }

    private static HttpResponse<String> upsertContoso(String token) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create(cli.address(Port.INVENTORY) + "/v1/tenants:upsert"))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(
                                "{\"items\": [{\"id\": \"%s\", \"name\": \"Contoso\"}]}".formatted(CONTOSO)))
                        .build(),
                BodyHandlers.ofString());
    }

    private static HttpResponse<String> send(String evidence, String token) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create(cli.address(Port.INVENTORY) + "/v1/imports?tenant=" + CONTOSO))
                        .header("Authorization", "Bearer " + token)
                        .POST(BodyPublishers.ofString(evidence))
                        .build(),
                BodyHandlers.ofString());
    }

    private static HttpResponse<String> get(String path, String token) throws Exception {
        return send(URI.create(cli.address(Port.INVENTORY) + path), token);
    }

    private static HttpResponse<String> send(URI address, String token) throws Exception {
        var request = HttpRequest.newBuilder(address);
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
