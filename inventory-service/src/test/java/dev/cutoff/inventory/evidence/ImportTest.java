package dev.cutoff.inventory.evidence;

import static dev.cutoff.inventory.evidence.SignInLog.at;
import static dev.cutoff.inventory.evidence.SignInLog.entry;
import static io.restassured.RestAssured.given;
import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cutoff.inventory.Api;
import dev.cutoff.inventory.Database;
import dev.cutoff.inventory.InventoryTest;
import dev.cutoff.testing.Tokens;
import io.micrometer.core.instrument.MeterRegistry;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@InventoryTest
class ImportTest {

    @Inject
    MeterRegistry metrics;

    private UUID tenant;

    @BeforeEach
    void makeTenant() {
        tenant = Api.tenant();
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "ndjson", "page", "utf-16", "crlf", "bom", "padded", "reordered"})
    void ten_thousand_rows_add_up_in_any_shape(String shape) {
        var log = new SignInLog(tenant);
        var random = new Random(shape.hashCode());
        IntStream.range(0, 10_000)
                .mapToObj(i -> at(
                        "2022-08-%02dT12:00:00.%06dZ".formatted(1 + i % 28, i),
                        "user" + random.nextInt(50) + "@contoso.example",
                        i % 3 == 0 ? "IMAP4" : "Authenticated SMTP",
                        "JavaMail"))
                .map(entry -> entry.withResult(random.nextInt(10) == 0 ? 50126 : 0))
                .forEach(log::add);

        var job = Api.imported(tenant, body(log, shape));

        assertThatJson(job.toString()).inPath("accepted").isEqualTo(10_000);
        assertThat(usages("").stream()
                        .mapToLong(usage -> usage.path("successes").asLong())
                        .sum())
                .isEqualTo(log.entries().stream()
                        .filter(one -> one.errorCode() == 0)
                        .count());
        assertThat(usages("").stream()
                        .mapToLong(usage -> usage.path("failures").asLong())
                        .sum())
                .isEqualTo(log.entries().stream()
                        .filter(one -> one.errorCode() != 0)
                        .count());
        assertThat(usages("")).hasSize(100);
    }

    private static byte[] body(SignInLog log, String shape) {
        var csv = log.csv();
        return switch (shape) {
            case "csv" -> csv.getBytes(StandardCharsets.UTF_8);
            case "ndjson" -> log.ndjson().getBytes(StandardCharsets.UTF_8);
            case "page" -> log.page().getBytes(StandardCharsets.UTF_8);
            case "utf-16" -> csv.getBytes(StandardCharsets.UTF_16);
            case "crlf" -> csv.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
            case "bom" -> ("\uFEFF" + csv).getBytes(StandardCharsets.UTF_8);
            case "padded" ->
                csv.replace(
                                SignInLog.CSV_HEADER,
                                " " + SignInLog.CSV_HEADER.toUpperCase().replace(",", " ,  "))
                        .getBytes(StandardCharsets.UTF_8);
            case "reordered" -> reordered(csv).getBytes(StandardCharsets.UTF_8);
            default -> throw new IllegalArgumentException(shape);
        };
    }

    /** The last column first, and the header doubled. */
    private static String reordered(String csv) {
        var lines = csv.lines()
                .map(line -> line.substring(line.lastIndexOf(',') + 1) + "," + line.substring(0, line.lastIndexOf(',')))
                .toList();
        return lines.getFirst() + "\n" + String.join("\n", lines) + "\n";
    }

    @Test
    void a_broken_row_in_the_middle_is_told_and_the_others_are_in() {
        var log =
                SignInLog.of(tenant, entry("a@contoso.example", "IMAP4", ""), entry("b@contoso.example", "IMAP4", ""));
        var lines = log.csv().lines().toList();
        var broken = "yesterday" + lines.get(1).substring(lines.get(1).indexOf(','));

        var job =
                Api.imported(tenant, String.join("\n", lines.get(0), lines.get(1), broken, "too,short", lines.get(2)));

        assertThatJson(job.toString()).inPath("rows").isEqualTo(4);
        assertThatJson(job.toString()).inPath("accepted").isEqualTo(2);
        assertThatJson(job.toString()).inPath("rejected").isEqualTo(2);
        assertThatJson(errors(job).toString()).isEqualTo("""
                [{"line": 3, "column": "Date (UTC)", "reason": "is not a time such as 2022-08-19T20:22:36.2158120Z",
                  "value": "yesterday"},
                 {"line": 4, "column": null, "reason": "has 2 fields, and the header has 22", "value": "too,short"}]""");
        assertThat(usages("")).hasSize(2);
    }

    @Test
    void a_row_of_another_tenant_is_rejected_and_a_guest_renames_nobody() {
        var member = entry("hana@contoso.example", "IMAP4", "");
        var guest = new SignInLog.Entry(
                UUID.randomUUID(),
                member.at().plusSeconds(9),
                member.userId(),
                "guest@contoso.example",
                "IMAP4",
                "",
                0);
        var log = SignInLog.of(tenant, member);
        var home = "\"homeTenantId\": \"" + tenant;
        var foreign = UUID.randomUUID().toString();

        var job = Api.imported(
                tenant,
                log.ndjson()
                        + log.json(guest).replace(home, "\"homeTenantId\": \"" + foreign) + "\n"
                        + log.json(entry("x@fabrikam.example", "IMAP4", "")).replace(tenant.toString(), foreign));

        assertThatJson(job.toString()).inPath("ignored").isEqualTo(1);
        assertThatJson(job.toString()).inPath("rejected").isEqualTo(1);
        assertThatJson(errors(job).toString()).inPath("[0].column").isEqualTo("resourceTenantId");
        assertThat(usages(""))
                .singleElement()
                .satisfies(usage -> assertThat(usage.path("account").asText()).isEqualTo("hana@contoso.example"));
    }

    @Test
    void a_client_app_that_nobody_has_seen_is_legacy_and_told_with_its_count() {
        var job = Api.imported(
                tenant,
                SignInLog.of(
                                tenant,
                                entry("a@contoso.example", "Fancy Mail", ""),
                                entry("b@contoso.example", "Fancy Mail", ""),
                                entry("b@contoso.example", "IMAP4", ""))
                        .csv());

        assertThatJson(job.path("warnings").toString())
                .isEqualTo("[{\"warning\": \"unknown-client-app\", \"value\": \"Fancy Mail\", \"count\": 2}]");
        assertThat(usages("&protocol=other&authMethod=basic")).hasSize(2);
    }

    @Test
    void attempts_are_listed_apart_and_make_no_client() {
        var log = new SignInLog(tenant);
        for (var i = 0; i < 30; i++) {
            log.add(at(
                            "2022-08-19T20:22:%02dZ".formatted(i),
                            "sprayed@contoso.example",
                            "IMAP4",
                            "python-requests/2.28.1")
                    .withResult(i % 2 == 0 ? 50126 : 50053));
        }
        log.add(entry("blocked@contoso.example", "IMAP4", "").withResult(53003));

        Api.imported(tenant, log.csv());

        assertThat(usages("")).singleElement().satisfies(usage -> {
            assertThat(usage.path("account").asText()).isEqualTo("blocked@contoso.example");
            assertThat(usage.path("blocked").asLong()).isEqualTo(1);
            assertThat(usage.path("blockedBy").asText()).isEqualTo("conditional-access");
            assertThat(usage.path("firstSeen").isNull()).isTrue();
        });
        assertThat(usages("&attemptsOnly=true")).singleElement().satisfies(usage -> {
            assertThat(usage.path("account").asText()).isEqualTo("sprayed@contoso.example");
            assertThat(usage.path("failures").asLong()).isEqualTo(30);
            assertThat(usage.path("clientIds")).isEmpty();
        });
        assertThat(Api.all(token(), "/v1/clients?tenant=" + tenant))
                .extracting(client -> client.path("account").asText())
                .containsExactly("blocked@contoso.example");
    }

    @Test
    void the_same_file_again_changes_nothing_and_the_feed_is_silent() {
        var log = SignInLog.of(
                tenant, entry("a@contoso.example", "IMAP4", "JavaMail"), entry("b@contoso.example", "POP3", ""));
        Api.imported(tenant, log.csv());
        var usages = usages("");
        var clients = Api.all(token(), "/v1/clients?tenant=" + tenant);
        var cursor = cursor();

        var again = Api.imported(tenant, log.ndjson());

        assertThatJson(again.toString()).inPath("known").isEqualTo(2);
        assertThat(usages("")).isEqualTo(usages);
        assertThat(Api.all(token(), "/v1/clients?tenant=" + tenant)).isEqualTo(clients);
        assertThat(Api.tree(Api.as(token()).get("/v1/changes?after=" + cursor)).path("items"))
                .isEmpty();
    }

    @Test
    void a_later_sign_in_of_a_known_client_is_in_the_feed_as_the_import_that_brought_it() {
        Api.imported(
                tenant,
                SignInLog.of(tenant, entry("a@contoso.example", "IMAP4", "JavaMail"))
                        .csv());
        var cursor = cursor();

        var later = Api.imported(
                tenant,
                SignInLog.of(tenant, SignInLog.at("2022-08-21T10:00:00Z", "a@contoso.example", "IMAP4", "JavaMail"))
                        .csv());

        var events =
                Api.tree(Api.as(token()).get("/v1/changes?after=" + cursor)).path("items");
        assertThat(events).singleElement().satisfies(event -> {
            assertThat(event.path("type").asText()).isEqualTo("cutoff.import.changed.v1");
            assertThat(event.path("tenantid").asText()).isEqualTo(tenant.toString());
            assertThat(event.path("data"))
                    .isEqualTo(Api.tree(Api.as(token())
                            .get("/v1/imports/" + later.path("id").asText())));
        });
    }

    @Test
    void a_sign_in_that_stands_twice_in_the_first_file_counts_once() {
        var once = entry("a@contoso.example", "IMAP4", "");
        var twice = entry("b@contoso.example", "IMAP4", "");

        var job = Api.imported(tenant, SignInLog.of(tenant, twice, once, twice).csv());

        assertThatJson(job.toString()).inPath("accepted").isEqualTo(2);
        assertThatJson(job.toString()).inPath("known").isEqualTo(1);
        assertThat(usages(""))
                .allSatisfy(
                        usage -> assertThat(usage.path("successes").asLong()).isEqualTo(1));
    }

    @Test
    void one_sign_in_from_two_exports_counts_once_and_its_times_do_not_depend_on_which_came_first() {
        var exact = entry("a@contoso.example", "IMAP4", "");
        var json = SignInLog.of(tenant, exact).ndjson();
        var csv = json.replace(".215812Z", "Z");
        var other = Api.tenant();

        Api.imported(tenant, json);
        Api.imported(tenant, csv);
        Api.imported(other, csv.replace(tenant.toString(), other.toString()));
        Api.imported(other, json.replace(tenant.toString(), other.toString()));

        var first = usages("").getFirst();
        var second = Api.all(Tokens.viewer(other), "/v1/usages?tenant=" + other).getFirst();
        assertThat(first.path("successes").asLong()).isEqualTo(1);
        assertThat(first.path("firstSeen").asText()).isEqualTo("2022-08-19T20:22:36Z");
        assertThat(first.path("lastSeen").asText()).isEqualTo("2022-08-19T20:22:36.215812Z");
        assertThat(second.path("firstSeen")).isEqualTo(first.path("firstSeen"));
        assertThat(second.path("lastSeen")).isEqualTo(first.path("lastSeen"));
    }

    @Test
    void a_document_that_breaks_in_the_middle_fails_with_the_place_and_nothing_of_it_is_in() {
        var page = SignInLog.of(
                        tenant, entry("a@contoso.example", "IMAP4", ""), entry("b@contoso.example", "IMAP4", ""))
                .page();

        var job = Api.imported(tenant, page.substring(0, page.length() - 30));

        assertThat(job.path("status").asText()).isEqualTo("failed");
        assertThat(job.path("failure").asText())
                .startsWith("The JSON breaks at byte ")
                .contains("send the whole of it again");
        assertThat(usages("")).isEmpty();
    }

    @Test
    void a_format_that_is_not_understood_is_refused_with_what_is_and_what_was_seen() {
        var answer = Api.send(tenant, "Sender address,Domain\na@contoso.example,contoso.example\n".getBytes());

        assertThat(answer.statusCode()).isEqualTo(415);
        assertThatJson(answer.asString()).inPath("seen").isEqualTo("Sender address,Domain");
        assertThatJson(answer.asString()).inPath("understood").isArray().hasSizeGreaterThan(10);
        assertThat(Api.send(tenant, new byte[0]).statusCode()).isEqualTo(415);
    }

    @Test
    void refusals_come_in_their_order() {
        var body = SignInLog.of(tenant, entry("a@contoso.example", "IMAP4", "")).csv();
        var other = Api.tenant();

        assertThat(given().body(body).post("/v1/imports?tenant=" + tenant).statusCode())
                .isEqualTo(401);
        assertThat(Api.as(Tokens.viewer(tenant))
                        .body(body)
                        .post("/v1/imports?tenant=" + tenant)
                        .statusCode())
                .isEqualTo(403);
        assertThat(Api.as(Tokens.operator(tenant))
                        .body(body)
                        .post("/v1/imports")
                        .statusCode())
                .isEqualTo(400);
        assertThat(Api.as(Tokens.operator(tenant))
                        .body(body)
                        .post("/v1/imports?tenant=" + tenant + "&dry=1")
                        .statusCode())
                .isEqualTo(400);
        assertThat(Api.as(Tokens.operator(tenant))
                        .body("?")
                        .post("/v1/imports?tenant=" + other)
                        .statusCode())
                .isEqualTo(404);
        assertThat(Api.as(Tokens.everything())
                        .body("?")
                        .post("/v1/imports?tenant=" + UUID.randomUUID())
                        .statusCode())
                .isEqualTo(404);
        assertThat(Api.as(Tokens.operator(tenant))
                        .body("?")
                        .post("/v1/imports?tenant=" + tenant)
                        .statusCode())
                .isEqualTo(415);
    }

    @Test
    void any_media_type_will_do() {
        for (var type : List.of(
                "text/csv", "application/json", "application/x-www-form-urlencoded", "application/octet-stream")) {
            var body = SignInLog.of(tenant, entry("a@contoso.example", "IMAP4", ""))
                    .csv();

            assertThat(Api.send(tenant, type, body.getBytes(StandardCharsets.UTF_8)))
                    .as(type)
                    .isEqualTo(202);
        }
    }

    @Test
    void the_answer_says_where_to_look() {
        var answer = Api.send(
                tenant,
                SignInLog.of(tenant, entry("a@contoso.example", "IMAP4", ""))
                        .csv()
                        .getBytes());

        assertThat(answer.header("Location"))
                .endsWith("/v1/imports/" + answer.jsonPath().getString("id"));
        assertThatJson(answer.asString()).inPath("status").isEqualTo("running");
    }

    @Test
    void where_the_time_of_a_large_import_goes_is_measured() {
        var log = new SignInLog(tenant);
        IntStream.range(0, 150).forEach(i -> log.add(entry("user%d@contoso.example".formatted(i % 7), "IMAP4", "")));

        Api.imported(tenant, log.ndjson());

        assertThat(Phase.values())
                .allSatisfy(phase -> assertThat(metrics.get("cutoff.import.phase")
                                .tag("phase", phase.label())
                                .timer()
                                .count())
                        .isPositive());
    }

    @Test
    void the_same_key_and_body_are_the_same_import() {
        var body = SignInLog.of(tenant, entry("a@contoso.example", "IMAP4", "")).csv();
        var key = UUID.randomUUID().toString();

        var first = keyed(key, body);
        var again = keyed(key, body);
        var other = keyed(key, body + " ");

        assertThat(first.statusCode()).isEqualTo(202);
        assertThat(again.statusCode()).isEqualTo(202);
        assertThat(again.jsonPath().getString("id")).isEqualTo(first.jsonPath().getString("id"));
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(Api.all(token(), "/v1/imports?tenant=" + tenant)).hasSize(1);
    }

    @Test
    void eight_requests_with_one_key_at_once_are_one_import() {
        var body = SignInLog.of(tenant, entry("a@contoso.example", "IMAP4", "")).csv();
        var key = UUID.randomUUID().toString();

        var ids = IntStream.range(0, 8)
                .parallel()
                .mapToObj(i -> keyed(key, body).jsonPath().getString("id"))
                .distinct()
                .toList();

        assertThat(ids).hasSize(1);
        assertThat(Api.all(token(), "/v1/imports?tenant=" + tenant)).hasSize(1);
    }

    private Response keyed(String key, String body) {
        return Api.as(Tokens.operator(tenant))
                .header("Idempotency-Key", key)
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post("/v1/imports?tenant=" + tenant);
    }

    @Test
    void errors_are_paged_and_exported_without_formulas() {
        var csv = new StringBuilder(SignInLog.CSV_HEADER + "\n");
        var good = SignInLog.of(tenant, entry("a@contoso.example", "IMAP4", ""))
                .csv()
                .lines()
                .toList()
                .get(1);
        IntStream.range(0, 120)
                .forEach(i -> csv.append("=cmd")
                        .append(i)
                        .append(good.substring(good.indexOf(',')))
                        .append('\n'));

        var job = Api.imported(tenant, csv.toString());

        assertThat(errors(job))
                .hasSize(120)
                .extracting(error -> error.path("line").asInt())
                .containsExactlyElementsOf(IntStream.rangeClosed(2, 121).boxed().toList());
        assertThat(Api.as(token())
                        .accept("text/csv")
                        .get("/v1/imports/{id}/errors", job.path("id").asText())
                        .asString())
                .contains("'=cmd0")
                .doesNotContain(",=cmd");
    }

    @Test
    void how_much_there_is_of_a_tenant_is_known_before_evidence_is_joined_with_it() {
        // Whoever analyses a table already is not waited for.
        Database.execute("alter table client set (autovacuum_enabled = false)");
        try {
            Database.execute("analyze client");
            Api.bulk(tenant, 3_000);

            Api.imported(tenant, """
                    Date (UTC),Request ID,User ID,Username,Client app,User agent,Status
                    2022-10-01T08:00:00Z,%s,%s,a@contoso.example,IMAP4,JavaMail,Success
                    """.formatted(UUID.randomUUID(), UUID.randomUUID()));
        } finally {
            Database.execute("alter table client reset (autovacuum_enabled)");
        }

        assertThat(expectedClients())
                .as("3,000 are there: far less is not expected")
                .isGreaterThan(200);
    }

    private int expectedClients() {
        var plan = Database.select("explain select from client where tenant_id = '%s'".formatted(tenant));
        return Integer.parseInt(plan.getFirst().replaceFirst(".* rows=(\\d+) .*", "$1"));
    }

    private List<JsonNode> errors(JsonNode job) {
        return Api.all(token(), "/v1/imports/" + job.path("id").asText() + "/errors");
    }

    private List<JsonNode> usages(String filter) {
        return Api.all(token(), "/v1/usages?tenant=" + tenant + filter);
    }

    private String token() {
        return Tokens.viewer(tenant);
    }

    /** Where the feed stands now. */
    private String cursor() {
        String cursor = null;
        while (true) {
            var page =
                    Api.tree(Api.as(token()).get("/v1/changes?limit=500" + (cursor == null ? "" : "&after=" + cursor)));
            cursor = page.path("next").asText();
            if (page.path("items").isEmpty()) {
                return cursor;
            }
        }
    }
}
