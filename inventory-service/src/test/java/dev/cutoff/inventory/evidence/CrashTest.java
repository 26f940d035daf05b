package dev.cutoff.inventory.evidence;

import static dev.cutoff.inventory.evidence.SignInLog.at;
import static dev.cutoff.inventory.evidence.SignInLog.entry;
import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.cutoff.inventory.Api;
import dev.cutoff.inventory.Database;
import dev.cutoff.inventory.InventoryTest;
import dev.cutoff.testing.Tokens;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What breaks in the middle leaves nothing, and what was answered for is done once. */
@InventoryTest
class CrashTest {

    @Inject
    SignInRetention retention;

    private UUID tenant;

    @BeforeEach
    void makeTenant() {
        tenant = Api.tenant();
    }

    private String log(int rows) {
        var log = new SignInLog(tenant);
        IntStream.range(0, rows)
                .forEach(i -> log.add(entry("user%d@contoso.example".formatted(i % 7), "IMAP4", "JavaMail")));
        return log.ndjson();
    }

    @Test
    void a_body_that_breaks_off_leaves_nothing() throws IOException {
        var body = log(5_000).getBytes(StandardCharsets.UTF_8);
        try (var socket = new Socket("localhost", RestAssured.port)) {
            var head = "POST /v1/imports?tenant=%s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\n"
                            .formatted(tenant, Tokens.operator(tenant))
                    + "Content-Type: application/x-ndjson\r\nContent-Length: %d\r\n\r\n".formatted(body.length);
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(body, 0, body.length / 2);
            socket.getOutputStream().flush();
            await().until(() -> !copies().isEmpty());
        }

        await().until(() -> copies().isEmpty());
        assertThat(Api.all(Tokens.viewer(tenant), "/v1/imports?tenant=" + tenant))
                .isEmpty();
        assertThat(Database.select(
                        "select tablename from pg_tables where schemaname = 'staging' and tablename like '%\\_%-%'"))
                .isEmpty();
        assertThat(Database.signInKeys(tenant)).isEmpty();
    }

    @Test
    void a_body_that_announces_five_gigabytes_and_stalls_is_refused_and_leaves_nothing() throws IOException {
        try (var socket = new Socket("localhost", RestAssured.port)) {
            var head = "POST /v1/imports?tenant=%s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\n"
                            .formatted(tenant, Tokens.operator(tenant))
                    + "Content-Type: application/x-ndjson\r\nContent-Length: 5000000000\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(log(500).getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            socket.setSoTimeout(60_000);

            var answer = new byte[8_000];
            var length = socket.getInputStream().readNBytes(answer, 0, 12);
            length += socket.getInputStream().read(answer, length, answer.length - length);

            assertThat(new String(answer, 0, length, StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 400")
                    .contains("urn:cutoff:problem:incomplete-body", "send it again");
        }
        assertThat(copies()).isEmpty();
        assertThat(Api.all(Tokens.viewer(tenant), "/v1/imports?tenant=" + tenant))
                .isEmpty();
        assertThat(Database.signInKeys(tenant)).isEmpty();
    }

    private static List<String> copies() {
        return Database.select(
                "select pid::text from pg_stat_activity where state = 'active' and query like 'copy staging%'");
    }

    @Test
    void a_merge_that_is_rolled_back_again_and_again_counts_once_in_the_end() {
        Database.execute("""
                create function fail_once_in_a_while() returns trigger language plpgsql as $$
                begin
                    if (select attempts from import i where i.tenant_id = new.tenant_id and i.status = 'running'
                        order by number limit 1) < 2 then
                        raise exception 'the power is gone';
                    end if;
                    return new;
                end $$;
                create trigger fail_once_in_a_while before insert on client_usage for each row
                    when (new.tenant_id = '%s') execute function fail_once_in_a_while()""".formatted(tenant));
        try {
            var job = Api.imported(tenant, log(100));

            assertThatJson(job.toString()).inPath("status").isEqualTo("succeeded");
            assertThatJson(job.toString()).inPath("accepted").isEqualTo(100);
            assertThat(Api.all(Tokens.viewer(tenant), "/v1/usages?tenant=" + tenant).stream()
                            .mapToLong(usage -> usage.path("successes").asLong())
                            .sum())
                    .isEqualTo(100);
        } finally {
            Database.execute("drop function fail_once_in_a_while() cascade");
        }
    }

    @Test
    void a_connection_that_is_killed_in_the_middle_of_a_merge_costs_nothing() {
        Database.execute("""
                create function be_slow() returns trigger language plpgsql as $$
                begin
                    perform pg_sleep(0.5);
                    return new;
                end $$;
                create trigger be_slow before insert on usage for each row when (new.tenant_id = '%s') execute function be_slow()""".formatted(tenant));
        var sent = Api.send(tenant, log(100).getBytes(StandardCharsets.UTF_8));
        await().until(() -> !merges().isEmpty());
        Database.select("select pg_terminate_backend(%s)::text".formatted(merges().getFirst()));
        Database.execute("drop function be_slow() cascade");

        var job = Api.finished(tenant, sent.jsonPath().getUUID("id"));

        assertThatJson(job.toString()).inPath("accepted").isEqualTo(100);
        assertThat(Api.all(Tokens.viewer(tenant), "/v1/usages?tenant=" + tenant).stream()
                        .mapToLong(usage -> usage.path("successes").asLong())
                        .sum())
                .isEqualTo(100);
    }

    private static List<String> merges() {
        return Database.select("""
                select pid::text from pg_stat_activity
                where state = 'active' and wait_event = 'PgSleep' and query like 'insert into usage %'""");
    }

    @Test
    void an_import_whose_staging_is_gone_says_send_again() throws SQLException {
        try (var other = DriverManager.getConnection(
                ConfigProvider.getConfig().getValue("cutoff.test.admin-url", String.class))) {
            other.setAutoCommit(false);
            try (var statement = other.createStatement()) {
                statement.execute(
                        "select pg_advisory_xact_lock(hashtextextended('inventory of %s', 0))".formatted(tenant));
                var id = Api.send(tenant, log(10).getBytes(StandardCharsets.UTF_8))
                        .jsonPath()
                        .getUUID("id");
                // What a crash of PostgreSQL does to unlogged tables.
                Database.execute("truncate staging.\"rows_%s\"".formatted(id));
                other.rollback();

                var job = Api.finished(tenant, id);

                assertThatJson(job.toString()).inPath("status").isEqualTo("failed");
                assertThat(job.path("failure").asText()).contains("send the body again");
            }
        }
    }

    @Test
    void what_a_merge_that_never_ended_wrote_beside_itself_does_not_count() {
        Database.execute("""
                create function not_yet() returns trigger language plpgsql as $$ begin raise exception 'no'; end $$;
                create trigger not_yet before insert on usage for each row when (new.tenant_id = '%s') execute function not_yet()""".formatted(tenant));
        var body = log(50).getBytes(StandardCharsets.UTF_8);
        try {
            var sent = Api.send(tenant, body).jsonPath().getUUID("id");
            await().until(() -> Database.signInKeys(tenant).size() == 50);
            // What a crash of PostgreSQL does to unlogged tables.
            Database.execute("truncate staging.\"rows_%s\"".formatted(sent));
            Database.execute("update import set next_attempt_at = now() where id = '%s'".formatted(sent));
            assertThatJson(Api.finished(tenant, sent).toString())
                    .inPath("status")
                    .isEqualTo("failed");
        } finally {
            Database.execute("drop function not_yet() cascade");
        }

        var job = Api.finished(tenant, Api.send(tenant, body).jsonPath().getUUID("id"));

        assertThatJson(job.toString()).inPath("accepted").isEqualTo(50);
        assertThat(Api.all(Tokens.viewer(tenant), "/v1/usages?tenant=" + tenant).stream()
                        .mapToLong(usage -> usage.path("successes").asLong())
                        .sum())
                .isEqualTo(50);
    }

    @Test
    void what_has_been_counted_is_finished_whatever_happens() {
        Database.execute("""
                create function no_client() returns trigger language plpgsql as $$ begin raise exception 'no'; end $$;
                create trigger no_client before insert on client for each row when (new.tenant_id = '%s') execute function no_client()""".formatted(tenant));
        UUID sent;
        try {
            sent = Api.send(tenant, log(500).getBytes(StandardCharsets.UTF_8))
                    .jsonPath()
                    .getUUID("id");
            await().until(() -> Database.select("select attempts::text from import where id = '%s'".formatted(sent))
                    .contains("1"));
            // What a crash of PostgreSQL does to unlogged tables.
            Database.execute("truncate staging.\"rows_%s\", staging.\"days_%s\"".formatted(sent, sent));
            assertThat(Api.as(Tokens.operator(tenant))
                            .post("/v1/imports/%s:cancel".formatted(sent))
                            .jsonPath()
                            .getString("status"))
                    .isEqualTo("running");
        } finally {
            Database.execute("drop function no_client() cascade");
        }

        var job = Api.finished(tenant, sent);

        assertThatJson(job.toString()).inPath("status").isEqualTo("succeeded");
        assertThatJson(job.toString()).inPath("accepted").isEqualTo(500);
        assertThat(Api.all(Tokens.viewer(tenant), "/v1/usages?tenant=" + tenant))
                .hasSize(7)
                .allSatisfy(usage -> assertThat(usage.path("clientIds")).hasSize(1));
        assertThat(Database.select("select import_id::text from import_part where import_id = '%s'".formatted(sent)))
                .isEmpty();
        assertThat(Api.imported(tenant, log(500)).path("accepted").asLong())
                .as("the same accounts, other sign-ins")
                .isEqualTo(500);
    }

    @Test
    void a_merge_that_never_works_is_given_up_and_told() {
        Database.execute("""
                create function never() returns trigger language plpgsql as $$ begin raise exception 'no'; end $$;
                create trigger never before insert on usage for each row when (new.tenant_id = '%s') execute function never()""".formatted(tenant));
        try {
            var sent = Api.send(tenant, log(10).getBytes(StandardCharsets.UTF_8))
                    .jsonPath()
                    .getUUID("id");
            await().until(() -> {
                Database.execute(
                        "update import set attempts = greatest(attempts, 7), next_attempt_at = now() where id = '%s'"
                                .formatted(sent));
                return Database.select("select status from import where id = '%s'".formatted(sent))
                        .contains("failed");
            });

            assertThat(Api.finished(tenant, sent).path("failure").asText())
                    .contains("could not be merged")
                    .doesNotContain("no'");
        } finally {
            Database.execute("drop function never() cascade");
        }
    }

    @Test
    void a_day_that_was_forgotten_is_too_old_and_never_counted_again() {
        var log = SignInLog.of(
                tenant,
                at("2010-01-05T10:00:00Z", "a@contoso.example", "IMAP4", ""),
                at("2010-01-06T10:00:00Z", "a@contoso.example", "IMAP4", ""));
        Api.imported(tenant, log.csv());
        Database.execute("update sign_in_day set last_insert_at = now() - interval '91 days' where day = '2010-01-05'");
        retention.forget();

        var job = Api.imported(tenant, log.csv());

        assertThatJson(job.toString()).inPath("rejected").isEqualTo(1);
        assertThatJson(job.toString()).inPath("known").isEqualTo(1);
        assertThatJson(Api.all(
                                Tokens.viewer(tenant),
                                "/v1/imports/" + job.path("id").asText() + "/errors")
                        .toString())
                .isEqualTo("""
                        [{"line": 2, "column": null, "reason": "too-old", "value": "2010-01-05T10:00:00Z"}]""");
        assertThat(Api.all(Tokens.viewer(tenant), "/v1/usages?tenant=" + tenant))
                .singleElement()
                .satisfies(usage -> assertThat(usage.path("successes").asLong()).isEqualTo(2));
        assertThat(Database.select("select to_regclass('sign_in_block_20100105')::text"))
                .containsExactly((String) null);
    }
}
