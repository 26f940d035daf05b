package dev.cutoff.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.cutoff.local.home.Port;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a server that speaks inventory's contract, so that each way in which an import can end is there to see. */
class ImportCommandTest {

    private static final String CONTOSO = "8bb6f14a-714e-4fdc-89f6-05418818a00b";
    private static final String JOB = """
            {"id": "0199", "status": "%s", "format": "entra-sign-ins-csv", "rows": 1203, "accepted": 1190, "known": 2,
             "ignored": 9, "rejected": %d, "warnings": [{"clientAppUsed": "Carrier Pigeon", "rows": 7}]}""";

    @TempDir
    private Path folder;

    private Cli cli;
    private Path evidence;
    private HttpServer inventory;
    private final AtomicInteger asked = new AtomicInteger();
    private volatile String received = "";
    private volatile String lastJob = JOB.formatted("succeeded", 0);

    @BeforeEach
    void start() throws IOException {
        cli = new Cli(folder);
        evidence = Files.writeString(folder.resolve("sign ins.csv"), "Date (UTC),Request ID\n".repeat(1000));
        inventory = HttpServer.create(new InetSocketAddress("127.0.0.1", cli.port(Port.INVENTORY)), 0);
        inventory.createContext("/v1/imports", this::answer);
        inventory.start();
    }

    @AfterEach
    void stop() {
        inventory.stop(0);
    }

    @Test
    void the_file_arrives_whole_and_the_job_is_followed_to_its_end() throws Exception {
        var run = run("import", evidence.toString(), "--tenant", CONTOSO);

        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isZero();
        assertThat(received)
                .startsWith("POST /v1/imports?tenant=" + CONTOSO + " Bearer a-token ")
                .endsWith(Files.readString(evidence));
        assertThat(asked).hasValue(3);
        assertThat(run.out())
                .containsPattern("Import 0199 succeeded in [\\d.]+ s")
                .contains("rows      1,203")
                .contains("warning   clientAppUsed Carrier Pigeon, rows 7");
    }

    @Test
    void rejected_rows_are_told_with_their_line() throws Exception {
        lastJob = JOB.formatted("succeeded", 1);

        var run = run("import", evidence.toString(), "--tenant", CONTOSO);

        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("The first of 1 rejected rows:\n  line 12, Date (UTC): is no time (yesterday)");
    }

    @Test
    void an_import_that_failed_is_a_failure() throws Exception {
        lastJob = JOB.formatted("failed", 0);

        assertThat(run("import", evidence.toString(), "--tenant", CONTOSO).exit())
                .isEqualTo(1);
    }

    @Test
    void what_inventory_refuses_is_one_line_in_its_own_words() throws Exception {
        var run = run("import", evidence.toString(), "--tenant", "00000000-0000-0000-0000-000000000404");

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err().strip())
                .startsWith("cutoff: POST http://127.0.0.1:")
                .endsWith("was refused with 404: There is no such resource. Tenant is not known");
    }

    @Test
    void a_file_that_is_not_there_and_a_tenant_that_is_none_are_told_before_anything_is_sent() throws Exception {
        assertThat(run("import", "no such file", "--tenant", CONTOSO).err())
                .isEqualTo("cutoff: There is no file no such file.\n");
        assertThat(run("import", evidence.toString(), "--tenant", "contoso").exit())
                .isEqualTo(2);
        assertThat(received).isEmpty();
    }

    @Test
    void without_inventory_it_says_how_to_find_out_what_runs() throws Exception {
        inventory.stop(0);

        assertThat(run("import", evidence.toString(), "--tenant", CONTOSO).err())
                .contains("does not answer")
                .contains("./cutoff status");
    }

    private Run run(String... arguments) throws Exception {
        return cli.runWith(Map.of("CUTOFF_TOKEN", "a-token"), arguments);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (exchange.getRequestMethod().equals("POST")) {
                received = "POST %s %s %s"
                        .formatted(
                                exchange.getRequestURI(),
                                exchange.getRequestHeaders().getFirst("Authorization"),
                                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
                if (received.contains("404 ")) {
                    say(exchange, 404, """
                            {"type": "urn:cutoff:problem:not-found", "title": "There is no such resource", "status": 404,
                             "detail": "Tenant is not known"}""");
                } else {
                    say(exchange, 202, "{\"id\": \"0199\", \"status\": \"running\"}");
                }
            } else if (exchange.getRequestURI().getPath().endsWith("/errors")) {
                say(exchange, 200, """
                        {"items": [{"line": 12, "column": "Date (UTC)", "reason": "is no time", "value": "yesterday"}],
                         "next": null}""");
            } else {
                say(exchange, 200, asked.incrementAndGet() < 3 ? JOB.formatted("running", 0) : lastJob);
            }
        }
    }

    private static void say(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
