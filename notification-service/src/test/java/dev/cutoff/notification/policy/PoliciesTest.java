package dev.cutoff.notification.policy;

import static io.restassured.RestAssured.given;
import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import com.icegreen.greenmail.util.GreenMail;
import dev.cutoff.notification.Facts;
import dev.cutoff.notification.NotificationTest;
import dev.cutoff.notification.Stage;
import dev.cutoff.notification.World;
import dev.cutoff.testing.Tokens;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@NotificationTest
class PoliciesTest {

    private static final String BASIC = "exchange-online-basic-auth";
    /** Nine o'clock on a Friday in New York; the window begins on Saturday 1 October. */
    private static final String FRIDAY = "2022-09-16T13:00:00Z";

    private static final String NAO = "nao@contoso.example";

    private final UUID contoso = UUID.randomUUID();
    private final UUID fabrikam = UUID.randomUUID();

    World world;
    GreenMail mail;
    private Stage stage;

    @BeforeEach
    void two_tenants_have_a_printer_each() {
        stage = new Stage(world, mail);
        for (var tenant : new UUID[] {contoso, fabrikam}) {
            var name = tenant.equals(contoso) ? "Contoso" : "Fabrikam";
            world.tenant(tenant, Facts.tenant(name, "America/New_York"));
            var printer = world.client(
                    tenant, UUID.randomUUID(), Facts.client("Printer", "nao@" + name.toLowerCase() + ".example"));
            world.usage(tenant, "imap", "basic", printer);
            world.line(tenant, "imap", "basic", Facts.window("working", null));
        }
        stage.at("2022-01-03T00:00:00Z");
    }

    @Test
    void where_nothing_is_set_the_products_own_holds_in_the_tenants_zone_and_language() {
        assertThatJson(stage.get("/v1/policies/" + contoso)).isEqualTo("""
                {"tenantId": "%s", "programme": null, "version": 0, "set": {}, "changedAt": null, "changedBy": null,
                 "effective": {"rungs": [90, 60, 30, 14, 7, 3, 1, 0, -1], "quietHours": null,
                   "workingDays": ["monday", "tuesday", "wednesday", "thursday", "friday"], "holidays": [],
                   "timeZone": "America/New_York", "locale": "en",
                   "recipients": {"owner": true, "deputy": false, "tenantContact": false, "personalAccounts": false},
                   "calmWorkingDays": 5, "urgentDays": 3, "severity": "normal",
                   "escalation": {"deputyAfter": 5, "managerAfter": 3, "contactAfter": 2, "fromDays": 14}, "oneClickUnsubscribe": false}}""".formatted(contoso));
        assertThatJson(stage.get("/v1/policies")).inPath("effective.timeZone").isNull();
    }

    @Test
    void the_more_specific_field_wins() {
        put("/v1/policies", """
                {"rungs": [30], "calmWorkingDays": 3, "locale": "ja"}""").statusCode(200);
        put("/v1/policies/" + contoso, """
                {"rungs": [60, 20], "severity": "high"}""").statusCode(200);
        put("/v1/policies/" + contoso + "/" + BASIC, """
                {"rungs": [10]}""").statusCode(200);

        assertThatJson(stage.get("/v1/policies/" + contoso + "/" + BASIC)).and(policy -> {
            policy.node("set").isEqualTo("{\"rungs\": [10]}");
            policy.node("effective.rungs").isEqualTo("[10]");
            policy.node("effective.severity").isEqualTo("high");
            policy.node("effective.calmWorkingDays").isEqualTo(3);
            policy.node("effective.locale").isEqualTo("ja");
        });
        assertThatJson(stage.get("/v1/policies/" + contoso + "/another-programme"))
                .inPath("effective.rungs")
                .isEqualTo("[60, 20]");
        assertThatJson(stage.get("/v1/policies/" + fabrikam))
                .inPath("effective.rungs")
                .isEqualTo("[30]");
    }

    @Test
    void a_change_is_based_on_a_version_once_something_is_set() {
        var path = "/v1/policies/" + contoso;
        put(path, "{\"rungs\": [30]}").statusCode(200).header("ETag", "\"1\"");

        put(path, "{\"rungs\": [20]}").statusCode(428);
        put(path, "{\"rungs\": [20]}", "\"0\"").statusCode(412);
        put(path, "{\"rungs\": [20]}", "\"1\"").statusCode(200).header("ETag", "\"2\"");
        put(path, "{\"rungs\": [20]}", "\"2\"").statusCode(200).header("ETag", "\"2\"");
    }

    @Test
    void what_is_taken_back_is_inherited_again_and_all_of_it_is_on_record() {
        var path = "/v1/policies/" + contoso;
        put(path, "{\"rungs\": [30]}").statusCode(200);
        given().auth().oauth2(Tokens.everything()).delete(path).then().statusCode(428);
        given().auth()
                .oauth2(Tokens.everything())
                .header("If-Match", "\"1\"")
                .delete(path + "?reason=CHG0031337")
                .then()
                .statusCode(204);

        assertThatJson(stage.get(path)).and(policy -> {
            policy.node("version").isEqualTo(2);
            policy.node("set").isEqualTo("{}");
            policy.node("effective.rungs").isArray().hasSize(9);
        });
        assertThatJson(stage.get(path + "/history")).and(history -> {
            history.node("items").isArray().hasSize(2);
            history.node("items[0].after.set").isEqualTo("{\"rungs\": [30]}");
            history.node("items[1].reason").isEqualTo("CHG0031337");
            history.node("items[1].before.set").isEqualTo("{\"rungs\": [30]}");
        });
        assertThatJson(stage.get("/v1/changes"))
                .inPath("items")
                .isArray()
                .anySatisfy(event -> assertThatJson(event)
                        .isObject()
                        .containsEntry("type", "cutoff.policy.changed.v1")
                        .containsEntry("subject", contoso.toString()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"rungs": []}                                   | /rungs
            {"rungs": [366]}                                | /rungs/0
            {"rungs": [30, -2]}                             | /rungs/1
            {"rungs": [null]}                               | /rungs/0
            {"rungs": "30"}                                 | /rungs
            {"quietHours": {"from": "18:00"}}               | /quietHours/to
            {"quietHours": {"from": "25:00", "to": "8:00"}} | /quietHours/from
            {"workingDays": []}                             | /workingDays
            {"workingDays": ["someday"]}                    | /workingDays/0
            {"holidays": ["2022-02-30"]}                    | /holidays/0
            {"timeZone": "Mars/Olympus"}                    | /timeZone
            {"locale": "English"}                           | /locale
            {"calmWorkingDays": 31}                         | /calmWorkingDays
            {"urgentDays": -1}                              | /urgentDays
            {"severity": "dire"}                            | /severity
            {"recipients": {"boss": true}}                  | /recipients/boss
            {"escalation": {"deputyAfter": 0}}              | /escalation/deputyAfter
            {"rung": [30]}                                  | /rung
            """)
    void bad_values_are_named(String body, String pointer) {
        put("/v1/policies/" + contoso, body).statusCode(400).body("errors.pointer", hasItem(pointer));
        assertThatJson(stage.get("/v1/policies/" + contoso)).inPath("version").isEqualTo(0);
    }

    @Test
    void a_programme_has_no_time_zone_of_its_own() {
        put("/v1/policies/" + contoso + "/" + BASIC, "{\"timeZone\": \"Asia/Tokyo\"}")
                .statusCode(400)
                .body(
                        "errors[0].pointer",
                        equalTo("/timeZone"),
                        "errors[0].detail",
                        containsString("one day at a time"));
        put("/v1/policies/" + contoso + "/No%20Programme", "{}").statusCode(400);
    }

    @Test
    void a_misspelt_programme_is_refused_with_those_that_there_are() {
        world.programme("smtp-auth-basic");

        put("/v1/policies/" + contoso + "/exchange-online-basic-aut", "{\"rungs\": [30]}")
                .statusCode(400)
                .body("errors[0].parameter", equalTo("programme"))
                .body("detail", containsString("must be one of exchange-online-basic-auth, smtp-auth-basic"));

        assertThatJson(stage.get("/v1/policies/" + contoso + "/exchange-online-basic-aut"))
                .inPath("version")
                .isEqualTo(0);
    }

    @Test
    void a_programme_is_known_as_soon_as_timeline_knows_it_and_not_asked_for_again() {
        var path = "/v1/policies/" + contoso + "/pop-retirement-" + UUID.randomUUID();
        put(path, "{\"rungs\": [30]}").statusCode(400);

        world.programme(path.substring(path.lastIndexOf('/') + 1));
        put(path, "{\"rungs\": [30]}").statusCode(200);

        world.stop("timeline");
        put(path, "{\"rungs\": [20]}", "\"1\"").statusCode(200);
        put(path + "-2", "{\"rungs\": [20]}")
                .statusCode(503)
                .body("detail", containsString("The service timeline cannot be reached"));
    }

    @Test
    void only_administrators_change_it_and_nobody_sees_another_tenants() {
        var operator = Tokens.operator(contoso);
        var narrow = Tokens.admin(contoso);

        given().auth()
                .oauth2(operator)
                .contentType("application/json")
                .body("{}")
                .put("/v1/policies/" + contoso)
                .then()
                .statusCode(403);
        given().auth()
                .oauth2(narrow)
                .contentType("application/json")
                .body("{}")
                .put("/v1/policies")
                .then()
                .statusCode(403)
                .body("type", equalTo("urn:cutoff:problem:scope-too-narrow"));
        assertThat(stage.status("/v1/policies", narrow)).isEqualTo(200);
        assertThat(stage.status("/v1/policies/" + contoso, narrow)).isEqualTo(200);
        for (var path : new String[] {"", "/history", "/" + BASIC, "/" + BASIC + "/history"}) {
            assertThat(stage.status("/v1/policies/" + fabrikam + path, narrow)).isEqualTo(404);
        }
        given().auth()
                .oauth2(narrow)
                .contentType("application/json")
                .body("{}")
                .put("/v1/policies/" + fabrikam)
                .then()
                .statusCode(404);
    }

    @Test
    void other_rungs_plan_the_tenant_anew_and_no_other() {
        stage.at("2022-09-08T13:00:00Z");
        assertThat(stage.told(NAO)).containsExactly("2022-09-08 held imap cutoff 2022-10-01 30 rung-due");

        put("/v1/policies/" + contoso + "/" + BASIC, "{\"rungs\": [23]}").statusCode(200);
        stage.at("2022-09-08T13:00:01Z");

        assertThat(stage.told(NAO)).containsExactly("2022-09-08 held imap cutoff 2022-10-01 23 rung-due");
        assertThat(stage.told("nao@fabrikam.example"))
                .containsExactly("2022-09-08 held imap cutoff 2022-10-01 30 rung-due");
    }

    @Test
    void a_rung_on_a_holiday_moves_earlier() {
        put("/v1/policies/" + contoso, "{\"rungs\": [14], \"holidays\": [\"2022-09-16\"]}")
                .statusCode(200);

        stage.at("2022-09-14T13:00:00Z");
        assertThat(stage.told(NAO)).isEmpty();

        stage.at("2022-09-15T13:00:00Z");
        assertThat(stage.told(NAO)).containsExactly("2022-09-15 held imap cutoff 2022-10-01 14 rung-due");
    }

    @Test
    void no_mail_leaves_in_quiet_hours_and_each_does_after_them() {
        put("/v1/policies/" + contoso, "{\"quietHours\": {\"from\": \"18:00\", \"to\": \"09:00\"}}")
                .statusCode(200);
        stage.at("2022-09-16T12:59:59Z").released(contoso, fabrikam).at("2022-09-16T12:59:59Z");

        assertThat(stage.recipients()).containsExactly("nao@fabrikam.example");

        stage.at("2022-09-16T13:00:00Z");

        assertThat(stage.recipients()).containsExactly(NAO, "nao@fabrikam.example");
    }

    @Test
    void what_is_severe_for_one_tenant_comes_marked_as_important() throws Exception {
        put("/v1/policies/" + contoso, "{\"severity\": \"high\"}").statusCode(200);

        stage.at("2022-09-16T13:00:00Z").released(contoso, fabrikam).at("2022-09-16T13:00:00Z");

        assertThat(stage.mails()).anyMatch(mail -> Stage.source(mail).contains("Importance: high"));
        assertThat(stage.mails().stream()
                        .filter(mail -> Stage.source(mail).contains("Importance: high"))
                        .map(Stage::recipient))
                .allMatch(person -> person.endsWith("@contoso.example"));
    }

    @Test
    void days_begin_in_the_zone_of_the_policy() {
        put("/v1/policies/" + contoso, "{\"rungs\": [14], \"timeZone\": \"Asia/Tokyo\"}")
                .statusCode(200);

        // Still Thursday in New York, and Friday in Tokyo.
        stage.at("2022-09-15T16:00:00Z");

        assertThat(stage.told(NAO)).containsExactly("2022-09-16 held imap cutoff 2022-10-01 14 rung-due");
        assertThatJson(stage.get("/v1/notices?recipient=" + NAO))
                .inPath("items[0].timeZone")
                .isEqualTo("Asia/Tokyo");

        given().auth()
                .oauth2(Tokens.everything())
                .header("If-Match", "\"1\"")
                .delete("/v1/policies/" + contoso)
                .then()
                .statusCode(204);
        world.tenant(contoso, Facts.tenant("Contoso", "America/New_York"));
        stage.at("2022-09-15T16:00:01Z");

        assertThatJson(stage.get("/v1/policies/" + contoso))
                .inPath("effective.timeZone")
                .isEqualTo("America/New_York");
    }

    @Test
    void a_zone_for_all_also_holds_for_a_tenant_that_comes_later() {
        put("/v1/policies", "{\"timeZone\": \"Asia/Tokyo\"}").statusCode(200);
        var northwind = world.tenant(UUID.randomUUID(), Facts.tenant("Northwind", "America/New_York"));
        stage.at("2022-01-03T00:00:01Z");

        assertThat(stage.rows("select distinct time_zone from tenant")).containsExactly("Asia/Tokyo");
        assertThatJson(stage.get("/v1/policies/" + northwind))
                .inPath("effective.timeZone")
                .isEqualTo("Asia/Tokyo");
    }

    @Test
    void calm_of_a_policy_decides_how_soon_the_next_mail_comes() {
        put("/v1/policies/" + contoso, "{\"rungs\": [16, 14], \"calmWorkingDays\": 0}")
                .statusCode(200);
        put("/v1/policies/" + fabrikam, "{\"rungs\": [16, 14]}").statusCode(200);
        stage.at("2022-09-15T13:00:00Z")
                .released(contoso, fabrikam)
                .at("2022-09-15T13:00:00Z")
                .at(FRIDAY);

        assertThat(stage.told(NAO)).last().isEqualTo("2022-09-16 sent imap cutoff 2022-10-01 14 rung-due");
        assertThat(stage.told("nao@fabrikam.example"))
                .last()
                .isEqualTo("2022-09-22 planned imap cutoff 2022-10-01 14 rung-due");
    }

    @ParameterizedTest
    @CsvSource({
        "'', 'DELETE, GET, HEAD, OPTIONS, PUT'",
        "/history, 'GET, HEAD, OPTIONS'",
        "/8bb6f14a-714e-4fdc-89f6-05418818a00b/history, 'GET, HEAD, OPTIONS'",
        "/8bb6f14a-714e-4fdc-89f6-05418818a00b/exchange-online-basic-auth, 'DELETE, GET, HEAD, OPTIONS, PUT'",
    })
    void what_can_be_done_at_an_address_is_what_is_said_of_it(String path, String allowed) {
        var options = given().noFilters().options("/v1/policies" + path);

        assertThat(options.statusCode()).isEqualTo(204);
        assertThat(options.header("Allow")).isEqualTo(allowed);
        assertThat(given().noFilters().options("/v1/nothing" + path).statusCode())
                .isEqualTo(404);
    }

    @Test
    void what_happened_can_be_taken_away_as_a_table() {
        put("/v1/policies/" + contoso, "{\"rungs\": [30]}").statusCode(200);

        var table = given().auth()
                .oauth2(Tokens.everything())
                .accept("text/*")
                .get("/v1/policies/" + contoso + "/history")
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .extract()
                .asString();

        assertThat(table.lines()).hasSize(2).last().asString().contains("updated", "[30]");
    }

    private static ValidatableResponse put(String path, String body) {
        return put(path, body, null);
    }

    private static ValidatableResponse put(String path, String body, @Nullable String ifMatch) {
        var request = given().auth()
                .oauth2(Tokens.everything())
                .contentType("application/json")
                .body(body);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch))
                .put(path)
                .then();
    }
}
