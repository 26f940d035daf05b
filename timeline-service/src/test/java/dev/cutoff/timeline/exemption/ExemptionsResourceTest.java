package dev.cutoff.timeline.exemption;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.testing.Tokens;
import dev.cutoff.timeline.Database;
import dev.cutoff.timeline.InventoryStub;
import dev.cutoff.timeline.Timeline;
import dev.cutoff.timeline.TimelineTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@TimelineTest
class ExemptionsResourceTest {

    private final UUID tenant = InventoryStub.tenant("worldwide", "2016-04-11");

    @Test
    void an_exemption_is_recorded_for_each_protocol_and_read_back() {
        Timeline.now("2022-09-14T10:00:00Z");

        var answer = Timeline.exempt(tenant, "opt-out", "imap,ews", """
                , "requestedAt": "2022-09-12T08:00:00Z", "reason": "Scanners are replaced in November", "reference": "CHG0031337\"""");

        assertThat(answer.statusCode()).isEqualTo(201);
        var id = answer.jsonPath().getString("items[0].id");
        assertThat(answer.header("Location")).endsWith("/v1/exemptions/" + id);
        assertThatJson(answer.asString()).inPath("items").isArray().hasSize(2);
        var exemption = """
                {"id": "%s", "version": 1, "tenantId": "%s", "programme": "exchange-online-basic-auth", "protocol": "imap",
                 "qualifier": null, "kind": "opt-out", "status": "requested", "requestedAt": "2022-09-12T08:00:00Z", "recordedAt": "2022-09-14T10:00:00Z",
                 "confirmedAt": null, "effectiveFrom": "2022-09-12T08:00:00Z", "effectiveUntil": "2023-01-01T00:00:00Z",
                 "observedOffAt": null, "voidedAt": null, "voidedBy": null, "replacedBy": null, "revokedAt": null, "channel": "self-service",
                 "reference": "CHG0031337", "reason": "Scanners are replaced in November", "accounts": [], "appIds": [],
                 "requestedBy": "operator@test"}""".formatted(id, tenant);
        assertThatJson(answer.asString()).inPath("items[0]").isEqualTo(exemption);
        var read = Timeline.as(Tokens.viewer(tenant)).get("/v1/exemptions/" + id);
        assertThatJson(read.asString()).isEqualTo(exemption);
        assertThat(read.header("ETag")).isEqualTo("\"1\"");
    }

    @Test
    void a_confirmation_changes_the_version_and_when_a_re_enable_works() {
        Timeline.now("2022-10-21T08:30:00Z");
        Timeline.vendorSays(
                tenant,
                "scheduled",
                "MC438001",
                ", \"day\": \"2022-10-20\", \"publishedAt\": \"2022-10-13T09:00:00Z\"");
        var recorded = Timeline.exempt(tenant, "re-enable", "imap", ", \"requestedAt\": \"2022-10-21T08:00:00Z\"");
        var path = "/v1/exemptions/" + recorded.jsonPath().getString("items[0].id");
        assertThatJson(recorded.asString()).inPath("items[0].effectiveFrom").isEqualTo("2022-10-21T09:00:00Z");

        var operator = Tokens.operator(tenant);
        assertThat(Timeline.as(operator).post(path + ":confirm").statusCode()).isEqualTo(428);
        assertThat(Timeline.as(operator)
                        .header("If-Match", "\"7\"")
                        .post(path + ":confirm")
                        .statusCode())
                .isEqualTo(412);
        var confirmed = Timeline.as(operator)
                .header("If-Match", "\"1\"")
                .body("{\"confirmedAt\": \"2022-10-21T08:20:00Z\", \"reason\": \"The diagnostic said so\"}")
                .post(path + ":confirm");

        assertThat(confirmed.statusCode()).as(confirmed.asString()).isEqualTo(200);
        assertThat(confirmed.header("ETag")).isEqualTo("\"2\"");
        assertThatJson(confirmed.asString())
                .and(
                        exemption -> exemption.node("status").isEqualTo("confirmed"),
                        exemption -> exemption.node("effectiveFrom").isEqualTo("2022-10-21T08:20:00Z"));
        assertThatJson(Timeline.line(tenant, "imap", "&at=2022-10-21T08:20:00Z"))
                .inPath("state")
                .isEqualTo("exempt");
        var again = Timeline.as(operator).header("If-Match", "*").post(path + ":confirm");
        assertThatJson(again.asString()).inPath("type").isEqualTo("urn:cutoff:problem:already-confirmed");
    }

    @Test
    void what_is_taken_back_stays_on_file() {
        Timeline.now("2022-09-14T10:00:00Z");
        var path = "/v1/exemptions/"
                + Timeline.exempt(tenant, "opt-out", "imap").jsonPath().getString("items[0].id");
        Timeline.now("2022-09-20T10:00:00Z");

        var revoked =
                Timeline.as(Tokens.operator(tenant)).header("If-Match", "\"1\"").post(path + ":revoke");

        assertThatJson(revoked.asString())
                .and(
                        exemption -> exemption.node("status").isEqualTo("revoked"),
                        exemption -> exemption.node("revokedAt").isEqualTo("2022-09-20T10:00:00Z"));
        assertThatJson(Timeline.line(tenant, "imap", "")).inPath("state").isEqualTo("working");
        assertThatJson(Timeline.line(tenant, "imap", "&knownOn=2022-09-19"))
                .inPath("state")
                .isEqualTo("exempt");
        assertThat(Timeline.as(Tokens.operator(tenant))
                        .header("If-Match", "*")
                        .post(path + ":revoke")
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void what_was_taken_back_last_week_can_be_told_today() {
        Timeline.now("2022-09-20T10:00:00Z");
        var path = "/v1/exemptions/"
                + Timeline.exempt(tenant, "self-block", "imap", ", \"requestedAt\": \"2022-09-05T08:00:00Z\"")
                        .jsonPath()
                        .getString("items[0].id");

        var tooEarly = revoke(path, "2022-09-05T07:59:59Z");
        var tooLate = revoke(path, "2022-09-20T11:00:00Z");
        var revoked = revoke(path, "2022-09-12T08:00:00Z");

        assertThatJson(tooEarly.asString()).inPath("errors[0]").isEqualTo("""
                {pointer: '/revokedAt', detail: 'must not be before it was asked for at 2022-09-05T08:00:00Z'}""");
        assertThatJson(tooLate.asString()).inPath("errors[0].pointer").isEqualTo("/revokedAt");
        assertThatJson(revoked.asString()).inPath("revokedAt").isEqualTo("2022-09-12T08:00:00Z");
        assertThatJson(Timeline.line(tenant, "imap", "&at=2022-09-12T07:59:59Z"))
                .inPath("state")
                .isEqualTo("blocked-by-tenant");
        assertThatJson(Timeline.line(tenant, "imap", "&at=2022-09-12T08:00:00Z"))
                .inPath("state")
                .isEqualTo("working");
    }

    private Response revoke(String path, String at) {
        return Timeline.as(Tokens.operator(tenant))
                .header("If-Match", "\"1\"")
                .body("{\"revokedAt\": \"%s\"}".formatted(at))
                .post(path + ":revoke");
    }

    @Test
    void what_must_be_asked_for_again_is_one_query() {
        Timeline.now("2022-08-29T08:00:00Z");
        Timeline.exempt(tenant, "opt-out", "imap,pop");
        var voided = "/v1/exemptions?status=voided&tenant=" + tenant;
        assertThatJson(Timeline.get(voided).asString()).inPath("items").isEqualTo("[]");

        Timeline.now("2022-09-01T08:00:00Z");

        assertThatJson(Timeline.get(voided).asString())
                .inPath("items[*].protocol")
                .isArray()
                .containsExactlyInAnyOrder("imap", "pop");
        assertThatJson(Timeline.get(voided).asString())
                .inPath("items[0]")
                .isObject()
                .containsEntry("voidedBy", "MC424238")
                .containsEntry("voidedAt", "2022-09-01T00:00:00Z");
        var again = Timeline.exempt(tenant, "opt-out", "imap").jsonPath().getString("items[0].id");

        assertThat(Timeline.get(voided).jsonPath().getList("items.protocol")).containsExactlyInAnyOrder("imap", "pop");
        assertThat(Timeline.get(voided + "&replaced=false").jsonPath().getList("items.protocol"))
                .containsExactly("pop");
        assertThat(Timeline.get(voided + "&replaced=true").jsonPath().getList("items.replacedBy"))
                .containsExactly(again);
    }

    @Test
    void a_list_of_apps_says_which_one_took_its_place() {
        Timeline.now("2026-08-20T10:00:00Z");
        var list = """
                {"programme": "exchange-web-services", "kind": "allowed-app", "protocols": ["ews"], "appIds": ["%s"],
                 "requestedAt": "%s"}""";
        var path = "/v1/tenants/" + tenant + "/exemptions";
        Timeline.as(Tokens.operator(tenant))
                .body(list.formatted("a", "2026-08-01T00:00:00Z"))
                .post(path);
        Timeline.as(Tokens.operator(tenant))
                .body(list.formatted("b", "2026-08-10T00:00:00Z"))
                .post(path);

        var lists = Timeline.get(path + "?sort=requestedAt");

        assertThat(lists.jsonPath().getList("items.status")).containsExactly("expired", "requested");
        assertThat(lists.jsonPath().getString("items[0].effectiveUntil")).isEqualTo("2026-08-11T00:00:00Z");
        assertThat(lists.jsonPath().getString("items[0].replacedBy"))
                .isEqualTo(lists.jsonPath().getString("items[1].id"));
        assertThat(lists.jsonPath().getString("items[1].replacedBy")).isNull();
    }

    @Test
    void a_moment_is_kept_to_the_microsecond_and_never_rounded_into_october() {
        Timeline.now("2022-10-02T10:00:00Z");
        var answer =
                Timeline.exempt(tenant, "opt-out", "imap", ", \"requestedAt\": \"2022-09-30T23:59:59.999999999Z\"");

        assertThat(answer.statusCode()).isEqualTo(201);
        var read = Timeline.get("/v1/exemptions/" + answer.jsonPath().getString("items[0].id"));
        assertThat(read.jsonPath().getString("requestedAt")).isEqualTo("2022-09-30T23:59:59.999999Z");
        assertThatJson(answer.asString()).inPath("items[0]").isEqualTo(read.asString());
    }

    @Test
    void a_page_is_full_although_most_rows_are_left_out() {
        Timeline.now("2022-08-29T08:00:00Z");
        for (var protocol : new String[] {"imap", "pop", "ews", "eas", "mapi", "oab", "rpc"}) {
            Timeline.exempt(tenant, "opt-out", protocol);
        }
        Timeline.now("2022-09-02T08:00:00Z");
        Timeline.exempt(tenant, "opt-out", "imap,pop,ews");

        var first = Timeline.get("/v1/exemptions?status=requested&limit=2&tenant=" + tenant);
        var second = Timeline.get("/v1/exemptions?status=requested&limit=2&tenant=" + tenant + "&cursor="
                + first.jsonPath().getString("next"));

        assertThat(first.jsonPath().getList("items")).hasSize(2);
        assertThat(second.jsonPath().getList("items")).hasSize(1);
        assertThat(second.jsonPath().getString("next")).isNull();
        assertThat(Timeline.get("/v1/exemptions?status=voided&limit=2&tenant=" + tenant + "&cursor="
                                + first.jsonPath().getString("next"))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void exemptions_are_found_by_their_end() {
        Timeline.now("2022-09-14T10:00:00Z");
        Timeline.exempt(tenant, "opt-out", "imap");
        Timeline.exempt(tenant, "self-block", "pop");
        var list = "/v1/exemptions?tenant=" + tenant + "&endsBefore=";

        assertThat(Timeline.get(list + "2023-01-01").jsonPath().getList("items.protocol"))
                .containsExactly("imap");
        assertThat(Timeline.get(list + "2022-12-31T23:59:59Z").jsonPath().getList("items"))
                .isEmpty();
        assertThat(Timeline.get(list + "soon").statusCode()).isEqualTo(400);
    }

    @Test
    void a_self_block_of_named_accounts_is_a_fact_and_no_state() {
        Timeline.now("2022-09-14T10:00:00Z");

        Timeline.exempt(tenant, "self-block", "imap", ", \"accounts\": [\"scanner@contoso.example\"]");

        assertThatJson(Timeline.line(tenant, "imap", "")).inPath("state").isEqualTo("working");
        Timeline.exempt(tenant, "self-block", "imap");
        assertThatJson(Timeline.line(tenant, "imap", "")).inPath("state").isEqualTo("blocked-by-tenant");
    }

    @Test
    void an_exemption_is_for_a_part_that_the_programme_has_a_name_for() {
        Timeline.now("2026-02-10T10:00:00Z");
        var asked = """
                {"programme": "pop-imap-legacy-tls", "kind": "self-block", "protocols": ["imap", "pop"], "qualifier": "%s"}""";
        var path = "/v1/tenants/" + tenant + "/exemptions";

        var recorded = Timeline.as(Tokens.operator(tenant))
                .body(asked.formatted("TLS 1.0 or 1.1"))
                .post(path);

        assertThat(recorded.statusCode()).as(recorded.asString()).isEqualTo(201);
        assertThat(recorded.jsonPath().getList("items.qualifier")).containsExactly("TLS 1.0 or 1.1", "TLS 1.0 or 1.1");
        var outlook = Timeline.get("/v1/tenants/" + tenant + "/outlook?protocol=imap");
        assertThat(outlook.jsonPath().getString("protocols.find { it.programme == 'pop-imap-legacy-tls' }.state"))
                .isEqualTo("blocked-by-tenant");
        assertThat(outlook.jsonPath()
                        .getString("protocols.find { it.programme == 'exchange-online-basic-auth' }.state"))
                .isEqualTo("off-for-good");
        var unknown = Timeline.as(Tokens.operator(tenant))
                .body(asked.formatted("TLS 0.9"))
                .post(path);
        assertThat(unknown.statusCode()).isEqualTo(400);
        assertThatJson(unknown.asString()).inPath("errors[0]").isEqualTo("""
                {"pointer": "/qualifier", "detail": "must be one of: TLS 1.0 or 1.1"}""");
        var none = Timeline.exempt(tenant, "self-block", "imap", ", \"qualifier\": \"old\"");
        assertThatJson(none.asString()).inPath("errors[0].detail").isString().startsWith("must be left out: ");
    }

    @Test
    void the_ids_of_apps_are_the_same_in_any_case() {
        Timeline.now("2026-08-20T10:00:00Z");
        var answer = Timeline.as(Tokens.operator(tenant)).body("""
                        {"programme": "exchange-web-services", "kind": "allowed-app", "protocols": ["ews"],
                         "appIds": ["5D661950-3475-41CD-A2C3-D671A3162BC1", " 5d661950-3475-41cd-a2c3-d671a3162bc1"]}""").post("/v1/tenants/" + tenant + "/exemptions");

        assertThat(answer.jsonPath().getList("items[0].appIds"))
                .containsExactly("5d661950-3475-41cd-a2c3-d671a3162bc1");
    }

    @Test
    void of_many_that_ask_for_the_one_re_enable_one_gets_it() throws Exception {
        Timeline.now("2022-10-21T08:00:00Z");
        Timeline.vendorSays(
                tenant,
                "scheduled",
                "MC438001",
                ", \"day\": \"2022-10-20\", \"publishedAt\": \"2022-10-13T09:00:00Z\"");

        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = IntStream.range(0, 16)
                    .mapToObj(person -> people.submit(() -> Timeline.as(Tokens.operator(tenant))
                            .header("Idempotency-Key", "person-" + tenant + person)
                            .body("""
                                    {"programme": "%s", "kind": "re-enable", "protocols": ["imap"]}""".formatted(Timeline.PROGRAMME))
                            .post("/v1/tenants/" + tenant + "/exemptions")
                            .statusCode()))
                    .toList();
            var answers = new ArrayList<Integer>();
            for (var one : asked) {
                answers.add(one.get());
            }

            assertThat(answers).filteredOn(status -> status == 201).hasSize(1);
            assertThat(answers).filteredOn(status -> status == 409).hasSize(15);
        }
        assertThat(Database.rows(
                        "select count(*) from audit where action = 'refused' and tenant_id = '%s'".formatted(tenant)))
                .containsExactly("15");
    }

    @Test
    void a_request_that_is_sent_again_gets_the_same_answer() {
        Timeline.now("2022-09-14T10:00:00Z");
        var body = "{\"programme\": \"%s\", \"kind\": \"opt-out\", \"protocols\": [\"imap\"]}"
                .formatted(Timeline.PROGRAMME);
        var first = Timeline.as(Tokens.operator(tenant))
                .header("Idempotency-Key", "again-" + tenant)
                .body(body)
                .post("/v1/tenants/" + tenant + "/exemptions");

        var second = Timeline.as(Tokens.operator(tenant))
                .header("Idempotency-Key", "again-" + tenant)
                .body(body)
                .post("/v1/tenants/" + tenant + "/exemptions");

        assertThatJson(second.asString()).isEqualTo(first.asString());
        assertThat(Timeline.get("/v1/tenants/" + tenant + "/exemptions")
                        .jsonPath()
                        .getList("items"))
                .hasSize(1);
    }

    @Test
    void every_request_is_in_the_audit_trail() {
        Timeline.now("2022-10-01T10:00:00Z");
        Timeline.exempt(tenant, "opt-out", "imap", ", \"reason\": \"Too late\"");
        var id = Timeline.exempt(tenant, "self-block", "imap").jsonPath().getString("items[0].id");
        Timeline.as(Tokens.operator(tenant)).header("If-Match", "*").post("/v1/exemptions/" + id + ":revoke");

        assertThat(Database.rows("select action from audit where tenant_id = '%s' order by id".formatted(tenant)))
                .containsExactly("refused", "created", "revoked");
        assertThatJson(Database.rows("""
                select after from audit where action = 'refused' and tenant_id = '%s'""".formatted(tenant)).getFirst())
                .inPath("problem")
                .isEqualTo("opt-out-window-closed");
        var history = "/v1/tenants/" + tenant + "/history";
        assertThat(Timeline.get(history).jsonPath().getList("items.action"))
                .containsExactly("refused", "created", "revoked");
        assertThatJson(Timeline.as(Tokens.viewer(tenant))
                        .get(history + "?action=refused&kind=exemption")
                        .asString())
                .inPath("items[0]")
                .isObject()
                .containsEntry("reason", "Too late")
                .containsEntry("actor", "operator@test")
                .containsEntry("resource", Timeline.PROGRAMME);
        assertThat(Timeline.as(Tokens.viewer(UUID.randomUUID())).get(history).statusCode())
                .isEqualTo(404);
        assertThat(Timeline.get(history + "?kind=owner").statusCode()).isEqualTo(400);
    }

    @Test
    void the_ledger_is_exported() {
        Timeline.now("2022-09-14T10:00:00Z");
        Timeline.exempt(tenant, "opt-out", "imap", ", \"reason\": \"=cmd()\"");

        var csv = Timeline.as(Tokens.viewer(tenant)).accept("text/csv").get("/v1/exemptions?tenant=" + tenant);

        assertThat(csv.contentType()).startsWith("text/csv");
        assertThat(csv.asString().lines()).hasSize(2);
        assertThat(csv.asString())
                .contains(",opt-out,requested,2022-09-14T10:00:00Z,")
                .contains("'=cmd()");
    }
}
