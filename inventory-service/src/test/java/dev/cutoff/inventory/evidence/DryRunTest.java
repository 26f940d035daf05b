package dev.cutoff.inventory.evidence;

import static dev.cutoff.inventory.evidence.SignInLog.at;
import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cutoff.inventory.Api;
import dev.cutoff.inventory.Database;
import dev.cutoff.inventory.InventoryTest;
import dev.cutoff.testing.Tokens;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Imports that change nothing: those that only say what they would do, and those that somebody stops. */
@InventoryTest
class DryRunTest {

    private UUID tenant;

    @BeforeEach
    void makeTenant() {
        tenant = Api.tenant();
    }

    @Test
    void a_dry_run_says_what_would_be_new_changed_and_quiet_and_changes_nothing() {
        Api.imported(
                tenant,
                SignInLog.of(
                                tenant,
                                at("2022-08-15T10:00:00Z", "stays@contoso.example", "IMAP4", "JavaMail"),
                                at("2022-08-15T10:00:00Z", "silent@contoso.example", "IMAP4", "JavaMail"),
                                at("2022-06-15T10:00:00Z", "long.gone@contoso.example", "IMAP4", "JavaMail"))
                        .csv());
        var september = SignInLog.of(
                tenant,
                at("2022-09-01T10:00:00Z", "stays@contoso.example", "IMAP4", "JavaMail"),
                at("2022-09-30T10:00:00Z", "comes@contoso.example", "POP3", "JavaMail"));
        var before = everything();

        var job = dryRun(september.csv() + "too,short\n");

        assertThatJson(job.toString()).inPath("dryRun").isEqualTo(true);
        assertThatJson(job.toString()).inPath("accepted").isEqualTo(2);
        assertThatJson(job.toString()).inPath("rejected").isEqualTo(1);
        assertThatJson(job.path("difference").toString()).isEqualTo("""
                {"clients": {"new": 1, "changed": 1, "quiet": 1},
                 "usages": {"new": 1, "changed": 1, "quiet": 1},
                 "examples": [
                  {"what": "usage", "change": "changed", "account": "stays@contoso.example", "name": "imap", "authMethod": "basic"},
                  {"what": "usage", "change": "new", "account": "comes@contoso.example", "name": "pop", "authMethod": "basic"},
                  {"what": "usage", "change": "quiet", "account": "silent@contoso.example", "name": "imap", "authMethod": "basic"},
                  {"what": "client", "change": "changed", "account": "long.gone@contoso.example", "name": "JavaMail", "authMethod": null},
                  {"what": "client", "change": "new", "account": "comes@contoso.example", "name": "JavaMail", "authMethod": null},
                  {"what": "client", "change": "quiet", "account": "silent@contoso.example", "name": "JavaMail", "authMethod": null}]}""");
        assertThat(everything()).isEqualTo(before);
        assertThatJson(Api.imported(tenant, september.csv()).toString())
                .inPath("accepted")
                .isEqualTo(2);
    }

    @Test
    void a_dry_run_of_a_list_tells_what_it_would_not_take() {
        var job = dryRun("source,externalId,kind\nservicenow,a1,device\nservicenow,a2,toaster\n");

        assertThatJson(job.path("difference").path("clients").toString())
                .isEqualTo("{\"new\": 1, \"changed\": 0, \"quiet\": 0}");
        assertThat(Api.all(
                        Tokens.viewer(tenant), "/v1/imports/" + job.path("id").asText() + "/errors"))
                .singleElement()
                .satisfies(error -> assertThat(error.path("line").asInt()).isEqualTo(3));
        assertThat(Api.all(Tokens.viewer(tenant), "/v1/clients?tenant=" + tenant))
                .isEmpty();
    }

    @Test
    void a_dry_run_of_a_report_tells_who_is_in_it_no_more() {
        var report = "Sender address,Messages sent\na@contoso.example,7\nb@contoso.example,7\n";
        Api.imported(tenant, "asOf=2022-08-01", report.getBytes(StandardCharsets.UTF_8));

        var job = Api.imported(
                tenant,
                "dryRun=true&asOf=2022-09-01",
                report.replace("b@", "c@").getBytes(StandardCharsets.UTF_8));

        assertThatJson(job.path("difference").path("usages").toString())
                .isEqualTo("{\"new\": 1, \"changed\": 1, \"quiet\": 1}");
    }

    @Test
    void a_dry_run_takes_no_attempt_for_a_usage() {
        var spray = at("2022-08-15T10:00:00Z", "sprayed@contoso.example", "IMAP4", "", 50126);
        Api.imported(tenant, SignInLog.of(tenant, spray).csv());

        var more = dryRun(SignInLog.of(
                        tenant,
                        at("2022-08-16T10:00:00Z", "sprayed@contoso.example", "IMAP4", "", 50126),
                        at("2022-08-16T10:00:00Z", "sprayed@contoso.example", "POP3", "", 50053))
                .csv());
        var cracked = dryRun(SignInLog.of(tenant, at("2022-08-16T10:00:00Z", "sprayed@contoso.example", "IMAP4", ""))
                .csv());

        assertThatJson(more.path("difference").path("usages").toString())
                .isEqualTo("{\"new\": 0, \"changed\": 0, \"quiet\": 0}");
        assertThatJson(cracked.path("difference").path("usages").toString())
                .isEqualTo("{\"new\": 1, \"changed\": 0, \"quiet\": 0}");
    }

    @Test
    void a_dry_run_of_a_switch_tells_whom_it_stops() {
        Api.imported(
                tenant,
                SignInLog.of(
                                tenant,
                                at("2022-08-15T10:00:00Z", "scanner@contoso.example", "Authenticated SMTP", ""),
                                at("2022-08-15T10:00:00Z", "reader@contoso.example", "IMAP4", ""))
                        .csv());

        var job = dryRun("Name,SmtpClientAuthenticationDisabled\nTransport Settings,True\n");

        assertThatJson(job.path("difference").path("usages").toString())
                .isEqualTo("{\"new\": 0, \"changed\": 1, \"quiet\": 0}");
        assertThatJson(job.path("difference").path("examples").toString())
                .inPath("[0].account")
                .isEqualTo("scanner@contoso.example");
    }

    @Test
    void an_import_that_waits_is_cancelled_at_once_and_one_that_is_over_is_not() throws SQLException {
        var log = SignInLog.of(tenant, at("2022-08-15T10:00:00Z", "a@contoso.example", "IMAP4", ""))
                .csv();
        try (var other = DriverManager.getConnection(
                ConfigProvider.getConfig().getValue("cutoff.test.admin-url", String.class))) {
            other.setAutoCommit(false);
            try (var statement = other.createStatement()) {
                statement.execute(
                        "select pg_advisory_xact_lock(hashtextextended('inventory of %s', 0))".formatted(tenant));
                var first = send(log);
                var second = send(log);
                await().until(() -> isWaitingForTheLock());

                var waiting = cancel(second);
                var merging = cancel(first);
                other.rollback();

                assertThatJson(waiting.toString()).inPath("status").isEqualTo("cancelled");
                assertThatJson(merging.toString()).inPath("status").isEqualTo("running");
                assertThatJson(Api.finished(tenant, first).toString())
                        .inPath("status")
                        .isEqualTo("cancelled");
            }
        }
        assertThat(Api.all(Tokens.viewer(tenant), "/v1/usages?tenant=" + tenant))
                .isEmpty();
        assertThat(Database.select(
                        "select tablename from pg_tables where schemaname = 'staging' and tablename like 'rows\\_%-%'"))
                .isEmpty();

        var done = Api.imported(tenant, log);
        assertThatJson(done.toString()).inPath("accepted").isEqualTo(1);
        assertThat(Api.as(Tokens.operator(tenant))
                        .post("/v1/imports/" + done.path("id").asText() + ":cancel")
                        .statusCode())
                .isEqualTo(409);
    }

    private static boolean isWaitingForTheLock() {
        return !Database.select("select pid::text from pg_stat_activity where wait_event = 'advisory'")
                .isEmpty();
    }

    private UUID send(String body) {
        return Api.send(tenant, body.getBytes(StandardCharsets.UTF_8))
                .jsonPath()
                .getUUID("id");
    }

    private JsonNode cancel(UUID id) {
        return Api.tree(Api.as(Tokens.operator(tenant)).post("/v1/imports/" + id + ":cancel"));
    }

    private JsonNode dryRun(String body) {
        return Api.imported(tenant, "dryRun=true", body.getBytes(StandardCharsets.UTF_8));
    }

    private List<JsonNode> everything() {
        return Stream.of("usages", "usages?attemptsOnly=true", "clients")
                .flatMap(list -> Api.all(Tokens.viewer(tenant), "/v1/" + list).stream())
                .toList();
    }
}
