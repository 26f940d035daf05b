package dev.cutoff.notification.bounce;

import static io.restassured.RestAssured.given;
import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import com.icegreen.greenmail.util.GreenMail;
import dev.cutoff.notification.Facts;
import dev.cutoff.notification.NotificationTest;
import dev.cutoff.notification.Stage;
import dev.cutoff.notification.World;
import dev.cutoff.testing.Tokens;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of notices and people when mail does not arrive. */
@NotificationTest
class BouncesTest {

    private static final String DAY = "2022-09-16T13:00:00Z";
    private static final String NAO = "nao@contoso.example";
    private static final String SHARED = "shared@msp.example";

    private final UUID contoso = UUID.randomUUID();
    private final UUID fabrikam = UUID.randomUUID();

    World world;
    GreenMail mail;
    private Stage stage;

    @BeforeEach
    void two_people_were_told_one_of_them_about_two_tenants() {
        stage = new Stage(world, mail);
        for (var tenant : new UUID[] {contoso, fabrikam}) {
            world.tenant(tenant, Facts.tenant(tenant.equals(contoso) ? "Contoso" : "Fabrikam", "UTC"));
            var printer = world.client(tenant, UUID.randomUUID(), Facts.client("Printer", SHARED));
            world.usage(tenant, "imap", "basic", printer);
            world.line(tenant, "imap", "basic", Facts.window("working", null));
        }
        world.usage(contoso, "imap", "basic", world.client(contoso, UUID.randomUUID(), Facts.client("Scanner", NAO)));
        stage.at(DAY).released(contoso, fabrikam).at(DAY);
    }

    @Test
    void a_hard_bounce_fails_the_notice_and_makes_the_person_unreachable() {
        report("""
                {"noticeId": "%s", "kind": "hard", "status": "5.1.1", "diagnostic": "550 5.1.1 no such user",
                 "at": "2022-09-16T12:00:00Z"}""".formatted(id(NAO)))
                .statusCode(200)
                .body("items", hasSize(1), "items[0].outcome", equalTo("recorded"), "items[0].recipient", equalTo(NAO));

        assertThat(states(NAO)).containsExactly("2022-09-16 failed imap cutoff 2022-10-01 14 rung-due");
        assertThatJson(stage.get("/v1/notices/" + id(NAO))).inPath("bounce").isEqualTo("""
                {"noticeId": "%s", "kind": "hard", "source": "caller", "status": "5.1.1",
                 "diagnostic": "550 5.1.1 no such user", "at": "2022-09-16T12:00:00Z"}""".formatted(id(NAO)));
        assertThat(unreachable()).containsExactly(NAO);
        assertThat(stage.rows("select tenant_id::text from plan_request")).contains(contoso.toString());
    }

    @Test
    void a_soft_bounce_sends_the_notice_out_once_more_until_it_is_one_too_many() {
        for (var attempt = 1; attempt <= 2; attempt++) {
            reportSoft(NAO).body("items[0].outcome", equalTo("recorded"));
            assertThat(states(NAO)).allMatch(state -> state.contains(" retry "));

            stage.sql("update notice set next_attempt_at = now()");
            stage.at("2022-09-16T1%d:00:00Z".formatted(3 + attempt));
            assertThat(states(NAO)).allMatch(state -> state.contains(" sent "));
            assertThatJson(stage.get("/v1/notices/" + id(NAO)))
                    .inPath("attempts")
                    .isEqualTo(attempt + 1);
            assertThat(unreachable()).isEmpty();
        }

        reportSoft(NAO);

        assertThat(unreachable()).containsExactly(NAO);
        assertThat(states(NAO)).allMatch(state -> state.contains(" failed "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"noticeId", "messageId", "envelopeId", "recipient"})
    void a_mail_is_named_in_any_of_four_ways(String name) {
        var value = switch (name) {
            case "messageId" -> messageId(NAO).substring(1, messageId(NAO).length() - 1);
            case "recipient" -> "NAO@Contoso.example";
            default -> id(NAO);
        };

        report("{\"%s\": \"%s\", \"kind\": \"hard\"}".formatted(name, value))
                .statusCode(200)
                .body("items[0].outcome", equalTo("recorded"), "items[0].recipient", equalTo(NAO));

        assertThat(unreachable()).containsExactly(NAO);
    }

    @Test
    void the_same_bounce_again_changes_nothing() {
        var body = "{\"noticeId\": \"%s\", \"kind\": \"hard\", \"at\": \"2022-09-16T12:00:00Z\"}".formatted(id(NAO));
        report(body).body("items[0].outcome", equalTo("recorded"));
        var before = stage.get("/v1/recipients");

        report(body).body("items[0].outcome", equalTo("known"));

        assertThat(stage.get("/v1/recipients")).isEqualTo(before);
    }

    @Test
    void many_stand_each_for_itself() {
        report("""
                {"items": [{"recipient": "%s", "kind": "hard"},
                           {"noticeId": "%s", "kind": "hard"},
                           {"kind": "hard"},
                           {"recipient": "nobody@contoso.example", "kind": "hard"},
                           {"recipient": "%s", "noticeId": "%s", "kind": "soft"},
                           {"recipient": "%s", "kind": "melted"},
                           {"recipient": "%s", "kind": "soft", "at": "2022-09-16T13:06:00Z"}]}""".formatted(NAO, UUID.randomUUID(), SHARED, id(NAO), NAO, NAO))
                .statusCode(200)
                .body(
                        "items.outcome",
                        contains("recorded", "rejected", "rejected", "rejected", "rejected", "rejected", "rejected"),
                        "items[1].problem.type",
                        equalTo("urn:cutoff:problem:not-found"),
                        "items[2].problem.errors[0].pointer",
                        equalTo("/items/2"),
                        "items[3].problem.type",
                        equalTo("urn:cutoff:problem:not-found"),
                        "items[4].problem.errors[0].pointer",
                        equalTo("/items/4/recipient"),
                        "items[5].problem.errors[0].pointer",
                        equalTo("/items/5/kind"),
                        "items[6].problem.errors[0].pointer",
                        equalTo("/items/6/at"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"kind": "hard"}                                        | 400
            {"recipient": "nao@contoso.example"}                    | 400
            {"recipient": "nao@contoso.example", "kind": "hard", "colour": 1} | 400
            {"recipient": "nao@contoso.example", "kind": "hard", "status": "five"} | 400
            {"recipient": "nobody@contoso.example", "kind": "hard"} | 404
            {"messageId": "x@y", "kind": "hard"}                    | 404
            {"envelopeId": "none", "kind": "hard"}                  | 404
            {"items": []}                                           | 400
            []                                                      | 400
            """)
    void one_that_is_wrong_is_refused(String body, int status) {
        report(body).statusCode(status).body("type", notNullValue());

        assertThat(stage.rows("select person from bounce")).isEmpty();
    }

    @Test
    void who_sees_a_part_reports_for_that_part_only() {
        given().auth()
                .oauth2(Tokens.operator(contoso))
                .contentType("application/json")
                .body("{\"noticeId\": \"%s\", \"kind\": \"hard\"}".formatted(id(SHARED)))
                .post("/v1/bounces")
                .then()
                .statusCode(200);

        assertThat(stage.rows("select tenant_id::text from recipient")).containsExactly(contoso.toString());
        assertThat(states(SHARED))
                .as("the other tenant's people were told by it too")
                .allMatch(state -> state.contains(" sent "));

        var fabrikamAlone = UUID.randomUUID();
        given().auth()
                .oauth2(Tokens.operator(fabrikamAlone))
                .contentType("application/json")
                .body("{\"noticeId\": \"%s\", \"kind\": \"hard\"}".formatted(id(SHARED)))
                .post("/v1/bounces")
                .then()
                .statusCode(404);
        given().auth()
                .oauth2(Tokens.viewer(contoso))
                .contentType("application/json")
                .body("{}")
                .post("/v1/bounces")
                .then()
                .statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"postfix", "exchange-online"})
    void a_delivery_status_mail_counts_like_a_report(String name) {
        mail(Reports.of(name, messageId(NAO), id(NAO)))
                .statusCode(200)
                .body("items[0].outcome", equalTo("recorded"), "items[0].noticeId", equalTo(id(NAO)));
        mail(Reports.of(name, messageId(NAO), id(NAO))).body("items[0].outcome", equalTo("known"));

        assertThat(unreachable()).containsExactly(NAO);
        assertThat(states(NAO)).allMatch(state -> state.contains(" failed "));
        assertThatJson(stage.get("/v1/notices/" + id(NAO)))
                .inPath("bounce.source")
                .isEqualTo("report");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            out-of-office, auto-reply
            read-receipt,  read-receipt
            delayed,       not-final
            """)
    void other_mails_are_ignored_and_say_why(String name, String why) {
        mail(Reports.of(name, messageId(NAO), id(NAO)))
                .statusCode(200)
                .body("items[0].outcome", equalTo("ignored"), "items[0].reason", equalTo(why));

        assertThat(stage.rows("select person from bounce")).isEmpty();
        assertThat(states(NAO)).allMatch(state -> state.contains(" sent "));
    }

    @Test
    void a_report_about_no_mail_of_ours_is_ignored() {
        mail(Reports.of("postfix", "<someone@else.example>", UUID.randomUUID().toString()))
                .body("items[0].outcome", equalTo("ignored"), "items[0].reason", equalTo("not-ours"));
        given().auth()
                .oauth2(Tokens.operator(fabrikam))
                .contentType("message/rfc822")
                .body(Reports.of("postfix", messageId(NAO), id(NAO)))
                .post("/v1/bounces")
                .then()
                .body("items[0].reason", equalTo("not-ours"));
        mail(new byte[0]).body("items[0].reason", equalTo("no-report"));
        mail(new byte[2 * 1024 * 1024 + 1]).statusCode(413);
    }

    @Test
    void a_report_that_the_server_has_it_settles_what_was_uncertain() {
        stage.sql(
                "update notice set state = 'uncertain', sent_at = null, next_attempt_at = now() + interval '1 hour' where person = '%s'"
                        .formatted(NAO));
        stage.sql("update reminder set state = 'sending' where person = '%s'".formatted(NAO));

        mail(Reports.of("delayed", messageId(NAO), id(NAO))).body("items[0].outcome", equalTo("ignored"));

        assertThat(states(NAO)).containsExactly("2022-09-16 sent imap cutoff 2022-10-01 14 rung-due");
        assertThatJson(stage.get("/v1/notices/" + id(NAO))).inPath("sentAt").isEqualTo(DAY);
    }

    private ValidatableResponse reportSoft(String person) {
        return report("{\"noticeId\": \"%s\", \"kind\": \"soft\", \"status\": \"4.2.2\"}".formatted(id(person)))
                .statusCode(200);
    }

    private static ValidatableResponse report(String body) {
        return given().auth()
                .oauth2(Tokens.everything())
                .contentType("application/json")
                .body(body)
                .post("/v1/bounces")
                .then();
    }

    private static ValidatableResponse mail(byte[] source) {
        return given().noFilters()
                .auth()
                .oauth2(Tokens.everything())
                .contentType("message/rfc822")
                .body(source)
                .post("/v1/bounces")
                .then();
    }

    private java.util.List<String> states(String person) {
        return stage.told(person);
    }

    private java.util.List<String> unreachable() {
        return stage.rows("select distinct person from recipient where state = 'unreachable'");
    }

    private String id(String person) {
        return stage.rows("select id::text from notice where person = '%s' order by day limit 1".formatted(person))
                .getFirst();
    }

    private String messageId(String person) {
        return stage.rows("select message_id from notice where person = '%s' order by day limit 1".formatted(person))
                .getFirst();
    }
}
