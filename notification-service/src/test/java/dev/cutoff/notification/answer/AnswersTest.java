package dev.cutoff.notification.answer;

import static io.restassured.RestAssured.given;
import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import dev.cutoff.notification.Facts;
import dev.cutoff.notification.NotificationTest;
import dev.cutoff.notification.Stage;
import dev.cutoff.notification.World;
import dev.cutoff.testing.Tokens;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people say about their clients, as a system sends and reads it. */
@NotificationTest
class AnswersTest {

    private static final String NAO = "nao@contoso.example";

    private final UUID contoso = UUID.randomUUID();
    private final UUID fabrikam = UUID.randomUUID();
    private final UUID printer = UUID.randomUUID();
    private final UUID scanner = UUID.randomUUID();
    private final UUID unowned = UUID.randomUUID();
    private final UUID foreign = UUID.randomUUID();

    World world;
    GreenMail mail;
    private Stage stage;

    @BeforeEach
    void two_tenants_have_clients() {
        stage = new Stage(world, mail);
        world.tenant(contoso, Facts.tenant("Contoso", "Asia/Tokyo"));
        world.tenant(fabrikam, Facts.tenant("Fabrikam", "UTC"));
        world.client(contoso, printer, Facts.client("Printer", NAO));
        world.client(contoso, scanner, Facts.client("Scanner", NAO));
        world.client(contoso, unowned, Facts.client("Kiosk", null));
        world.client(fabrikam, foreign, Facts.client("Printer", "sara@fabrikam.example"));
        stage.at("2022-09-16T13:00:00Z");
    }

    @Test
    void an_answer_is_new_once_and_then_changes_with_each_that_says_something_else() {
        var first = give("""
                {"tenantId": "%s", "clientId": "%s", "person": "Nao@Contoso.example", "kind": "planned", "date": "2022-09-30",
                 "programme": "exchange-online-basic-auth", "text": " Firmware is ordered. "}""".formatted(contoso, printer));

        first.then().statusCode(201).header("ETag", "\"1\"");
        assertThatJson(first.asString()).isEqualTo("""
                {"id": "${json-unit.any-string}", "version": 1, "tenantId": "%s", "clientId": "%s", "person": "nao@contoso.example",
                 "programme": "exchange-online-basic-auth", "protocol": null, "authMethod": null, "qualifier": null, "kind": "planned",
                 "date": "2022-09-30", "whoElse": null, "text": "Firmware is ordered.", "standing": "stands",
                 "owner": "nao@contoso.example", "via": "api", "answeredAt": "2022-09-16T13:00:00Z", "answeredBy": "operator@test"}""".formatted(contoso, printer));
        assertThat(stage.get(first.header("Location").replaceFirst("^.*/v1", "/v1")))
                .isEqualTo(first.asString());
        assertThat(give(first.asString(), "planned").statusCode())
                .as("the same again")
                .isEqualTo(200);
        stage.at("2022-09-20T13:00:00Z");
        var second = give("""
                {"tenantId": "%s", "clientId": "%s", "kind": "done", "programme": "exchange-online-basic-auth"}""".formatted(contoso, printer));

        second.then().statusCode(200).header("ETag", "\"2\"");
        assertThat(second.jsonPath().getString("id")).isEqualTo(first.jsonPath().getString("id"));
        assertThat(list("")).containsExactly("printer nao done 2022-09-20T13:00:00Z");
        assertThatJson(stage.get("/v1/answers/" + second.jsonPath().getString("id") + "/history?sort=at"))
                .inPath("items[*].after.kind")
                .isEqualTo("[\"planned\", \"done\"]");
    }

    /** The answer that was given, once more as a request. */
    private Response give(String answer, String kind) {
        var json = new JsonPath(answer);
        return give("""
                {"tenantId": "%s", "clientId": "%s", "kind": "%s", "date": "%s", "programme": "%s", "text": "%s"}""".formatted(
                        json.getString("tenantId"),
                        json.getString("clientId"),
                        kind,
                        json.getString("date"),
                        json.getString("programme"),
                        json.getString("text")));
    }

    @Test
    void a_later_answer_about_more_takes_in_those_about_less() {
        give(body(
                        printer,
                        "planned",
                        "\"date\": \"2022-09-30\", \"programme\": \"p\", \"protocol\": \"imap\", \"authMethod\": \"basic\""))
                .then()
                .statusCode(201);
        give(body(printer, "not-mine", "\"programme\": \"q\", \"whoElse\": \"the print team\""));
        give(body(printer, "done", "\"programme\": \"p\""));

        assertThat(list(""))
                .containsExactlyInAnyOrder(
                        "printer nao done 2022-09-16T13:00:00Z", "printer nao not-mine 2022-09-16T13:00:00Z");

        give(body(printer, "need-help", "\"text\": \"How?\""));

        assertThat(list("")).containsExactly("printer nao need-help 2022-09-16T13:00:00Z");
        assertThatJson(stage.get("/v1/changes?limit=500"))
                .inPath("items[?(@.type == 'cutoff.answer.changed.v1')].data.deleted")
                .isEqualTo("[true, true, true]");
    }

    @Test
    void what_was_said_before_what_is_on_file_changes_nothing() {
        give(body(printer, "done", "\"answeredAt\": \"2022-09-15T10:00:00Z\""))
                .then()
                .statusCode(201);

        assertThat(give(body(printer, "need-help", "\"answeredAt\": \"2022-09-15T09:59:59Z\""))
                        .statusCode())
                .isEqualTo(200);
        assertThat(list("")).containsExactly("printer nao done 2022-09-15T10:00:00Z");

        give(body(printer, "done", "\"answeredAt\": \"2022-09-15T12:00:00Z\""))
                .then()
                .header("ETag", "\"2\"");
        give(body(printer, "done", "\"answeredAt\": \"2022-09-16T13:04:00Z\""))
                .then()
                .header("ETag", "\"3\"");
        assertThat(list("")).as("a clock that is ahead").containsExactly("printer nao done 2022-09-16T13:00:00Z");
    }

    @Test
    void of_many_each_stands_for_itself() {
        var answer = giveAs(Tokens.operator(contoso), """
                {"items": [
                  {"tenantId": "%1$s", "clientId": "%2$s", "kind": "done"},
                  {"tenantId": "%1$s", "clientId": "%3$s", "kind": "planned"},
                  {"tenantId": "%4$s", "clientId": "%5$s", "kind": "done"},
                  {"tenantId": "%1$s", "clientId": "%5$s", "kind": "done"},
                  {"tenantId": "%1$s", "clientId": "%2$s", "kind": "done"},
                  {"tenantId": "%1$s", "clientId": "%6$s", "kind": "done"},
                  {"tenantId": "%1$s", "clientId": "%6$s", "kind": "done", "person": "helpdesk@contoso.example"},
                  {"tenantId": "%1$s", "clientId": "%2$s", "kind": "not-mine"},
                  {"tenantId": "%7$s", "clientId": "%2$s", "kind": "done"}]}""".formatted(
                        contoso, printer, scanner, fabrikam, foreign, unowned, UUID.randomUUID()));

        answer.then().statusCode(200);
        assertThat(outcomes(answer))
                .containsExactly(
                        "created ",
                        "rejected /items/1/date",
                        "rejected 404",
                        "rejected 404",
                        "unchanged ",
                        "rejected /items/5/person",
                        "created ",
                        "updated ",
                        "rejected 404");
        assertThat(list("?sort=person"))
                .containsExactly(
                        "kiosk helpdesk done 2022-09-16T13:00:00Z", "printer nao not-mine 2022-09-16T13:00:00Z");
    }

    private static List<String> outcomes(Response answer) {
        var json = answer.jsonPath();
        return IntStream.range(0, json.getList("items").size())
                .mapToObj(i -> {
                    var pointer = json.getString("items[%d].problem.errors[0].pointer".formatted(i));
                    var status = json.getString("items[%d].problem.status".formatted(i));
                    return json.getString("items[%d].outcome".formatted(i)) + " "
                            + (pointer != null ? pointer : status == null ? "" : status);
                })
                .toList();
    }

    /** All in one world, because a world costs more than a request. */
    @Test
    void what_makes_no_sense_is_refused_and_says_why() {
        """
            planned   |                                                       | /date       | is needed: by when
            done      | "date": "2022-09-30"                                  | /date       | goes only with planned
            planned   | "date": "2022-09-15"                                  | /date       | must be a day from 2022-09-16 on
            planned   | "date": "2033-01-01"                                  | /date       | within 10 years
            done      | "whoElse": "Sara"                                     | /whoElse    | goes only with not-mine
            not-mine  | "whoElse": "a\\nb"                                    | /whoElse    | must be one line of plain text
            need-help | "text": "a\\u202eb"                                   | /text       | must be plain text
            done      | "protocol": "imap", "programme": "p"                  | /authMethod | is needed
            done      | "protocol": "imap", "authMethod": "basic"             | /programme  | is needed
            done      | "qualifier": "below 16.1", "programme": "p"           | /protocol   | is needed
            done      | "person": "nobody"                                    | /person     | must be a mail address
            done      | "person": "a@b.example, c@d.example"                  | /person     | must be a mail address
            done      | "answeredAt": "2022-09-16T13:06:00Z"                  | /answeredAt | must not be in the future
            maybe     |                                                       | /kind       | must be one of done, planned, not-mine, need-help
            done      | "colour": "red"                                       | /colour     | is not a field here
            """.lines().map(row -> row.split(" *\\| *")).forEach(row -> refused(row[0], row[1], row[2], row[3]));

        assertThat(list("")).isEmpty();
    }

    private void refused(String kind, String more, String pointer, String detail) {
        var answer = give(body(printer, kind, more));

        assertThat(answer.statusCode()).as(more).isEqualTo(400);
        assertThat(answer.jsonPath().getString("errors[0].pointer")).as(more).isEqualTo(pointer);
        assertThat(answer.jsonPath().getString("errors[0].detail")).as(more).contains(detail);
    }

    @Test
    void a_day_is_one_of_the_tenant() {
        stage.at("2022-09-16T15:30:00Z");

        assertThat(give(body(printer, "planned", "\"date\": \"2022-09-16\"")).statusCode())
                .as("it is the 17th in Tokyo")
                .isEqualTo(400);
    }

    @Test
    void who_may_not_write_or_see_is_told_in_the_right_order() {
        var body = body(printer, "done", "");

        assertThat(giveAs(Tokens.viewer(contoso), body).statusCode()).isEqualTo(403);
        assertThat(giveAs(Tokens.operator(fabrikam), body(printer, "planned", ""))
                        .statusCode())
                .as("400 before 404")
                .isEqualTo(400);
        assertThat(giveAs(Tokens.operator(fabrikam), body).statusCode()).isEqualTo(404);
        var id = give(body).jsonPath().getString("id");
        assertThat(stage.status("/v1/answers/" + id, Tokens.viewer(fabrikam))).isEqualTo(404);
        assertThat(stage.status("/v1/answers?tenant=" + contoso, Tokens.viewer(fabrikam)))
                .isEqualTo(404);
        assertThatJson(stage.get("/v1/answers", Tokens.viewer(fabrikam)))
                .inPath("items")
                .isEqualTo("[]");
        assertThatJson(stage.get("/v1/answers/" + id + "/history", Tokens.viewer(fabrikam)))
                .inPath("items")
                .isEqualTo("[]");
    }

    @Test
    void lists_are_narrowed_and_exported() {
        give(body(printer, "done", "\"programme\": \"p\""));
        give(body(scanner, "need-help", "\"text\": \"=cmd()\""));

        assertThat(list("?kind=need-help")).hasSize(1);
        assertThat(list("?client=" + printer)).hasSize(1);
        assertThat(list("?person=NAO@contoso.example&standing=stands")).hasSize(2);
        world.programme("p");
        world.programme("q");
        assertThat(list("?programme=p")).as("also what is about all").hasSize(2);
        assertThat(list("?programme=q")).hasSize(1);
        assertThat(stage.status("/v1/answers?colour=red", Tokens.viewer(contoso)))
                .isEqualTo(400);
        assertThat(given().auth()
                        .oauth2(Tokens.viewer(contoso))
                        .accept("text/csv")
                        .get("/v1/answers?sort=-answeredAt")
                        .asString())
                .contains("'=cmd()");
    }

    @Test
    void an_answer_can_be_taken_back_by_who_knows_its_version() {
        var path = "/v1/answers/" + give(body(printer, "done", "")).jsonPath().getString("id");

        assertThat(delete(path, null)).isEqualTo(428);
        assertThat(delete(path, "\"7\"")).isEqualTo(412);
        assertThat(delete(path, "\"1\"")).isEqualTo(204);
        assertThat(delete(path, "\"1\"")).isEqualTo(404);
        assertThat(list("")).isEmpty();
        assertThatJson(stage.get(path + "/history")).inPath("items[*].reason").isEqualTo("[\"INC1\", \"INC2\"]");
    }

    @Test
    void with_an_idempotency_key_it_happens_once() {
        var body = body(printer, "done", "");
        var first = keyed(body);
        give(body(printer, "need-help", ""));

        var again = keyed(body);

        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(Stream.of("Location", "ETag", "Content-Type").map(again::header))
                .containsExactly(first.header("Location"), "\"1\"", first.contentType());
        assertThat(list("?kind=done")).isEmpty();
        assertThat(keyed(body(scanner, "done", "")).statusCode()).isEqualTo(422);
    }

    @Test
    void two_at_once_leave_one_and_both_in_its_history() {
        IntStream.range(0, 8)
                .parallel()
                .forEach(i -> give(body(printer, i % 2 == 0 ? "done" : "need-help", "\"text\": \"%d\"".formatted(i))));

        assertThat(list("")).hasSize(1);
        var id = new JsonPath(stage.get("/v1/answers")).getString("items[0].id");
        assertThatJson(stage.get("/v1/answers/" + id + "/history"))
                .inPath("items")
                .isArray()
                .hasSize(8);
    }

    @Test
    void an_answer_has_the_tenant_planned_anew() {
        give(body(printer, "done", ""));

        assertThat(stage.rows("select tenant_id::text from plan_request")).containsExactly(contoso.toString());
    }

    private String body(UUID client, String kind, String more) {
        return "{\"tenantId\": \"%s\", \"clientId\": \"%s\", \"kind\": \"%s\"%s}"
                .formatted(contoso, client, kind, more.isEmpty() ? "" : ", " + more);
    }

    private Response give(String body) {
        return giveAs(Tokens.operator(contoso), body);
    }

    private static Response giveAs(String token, String body) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(body)
                .post("/v1/answers?reason=INC1");
    }

    private Response keyed(String body) {
        return given().auth()
                .oauth2(Tokens.operator(contoso))
                .contentType("application/json")
                .header("Idempotency-Key", contoso)
                .body(body)
                .post("/v1/answers");
    }

    private int delete(String path, String ifMatch) {
        var request = given().auth().oauth2(Tokens.operator(contoso));
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return request.delete(path + "?reason=INC2").statusCode();
    }

    /** A line for each answer: {@code client person kind answeredAt}. */
    private List<String> list(String query) {
        var answers = new JsonPath(stage.get("/v1/answers" + query));
        return answers.<Map<String, Object>>getList("items").stream()
                .map(answer -> "%s %s %s %s"
                        .formatted(
                                answer.get("clientId").equals(printer.toString())
                                        ? "printer"
                                        : answer.get("clientId").equals(scanner.toString()) ? "scanner" : "kiosk",
                                answer.get("person").toString().split("@")[0],
                                answer.get("kind"),
                                answer.get("answeredAt")))
                .toList();
    }
}
