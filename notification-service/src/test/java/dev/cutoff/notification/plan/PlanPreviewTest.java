package dev.cutoff.notification.plan;

import static io.restassured.RestAssured.given;
import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.icegreen.greenmail.util.GreenMail;
import dev.cutoff.notification.Facts;
import dev.cutoff.notification.NotificationTest;
import dev.cutoff.notification.Stage;
import dev.cutoff.notification.World;
import dev.cutoff.testing.Tokens;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@NotificationTest
class PlanPreviewTest {

    private static final String DAY = "2022-09-12T13:00:00Z";
    private static final String SHARED = "shared@msp.example";

    private final UUID contoso = UUID.randomUUID();
    private final UUID fabrikam = UUID.randomUUID();

    World world;
    GreenMail mail;
    private Stage stage;

    @BeforeEach
    void two_tenants_have_printers_of_their_own_and_of_one_person() {
        stage = new Stage(world, mail);
        for (var tenant : List.of(contoso, fabrikam)) {
            var name = tenant.equals(contoso) ? "Contoso" : "Fabrikam";
            world.tenant(tenant, Facts.tenant(name, "America/New_York"));
            for (var owner : List.of(SHARED, SHARED, "nao@" + name.toLowerCase() + ".example")) {
                var printer = world.client(tenant, UUID.randomUUID(), Facts.client("Printer", owner));
                world.usage(tenant, "imap", "basic", printer);
            }
        }
        world.line(contoso, "imap", "basic", Facts.window("working", "2022-09-30"));
        world.line(fabrikam, "imap", "basic", Facts.named("scheduled", "2022-09-28"));
    }

    @Test
    void what_is_previewed_is_what_then_goes_out() {
        stage.at(DAY);
        var expected = mails(preview("?at=2022-10-05T13:00:00Z&limit=500"));

        stage.released(contoso, fabrikam);
        LocalDate.parse("2022-09-12")
                .datesUntil(LocalDate.parse("2022-10-06"))
                .forEach(day -> stage.at(day + "T13:00:00Z"));

        assertThat(expected).hasSizeGreaterThan(20).isEqualTo(stage.rows("""
                select day || ' ' || person || ' ' || (select string_agg(distinct rung || ' ' || reason, ', ' order by rung || ' ' || reason)
                                                       from reminder where notice_id = notice.id)
                from notice where state = 'sent' order by day, person"""));
    }

    @Test
    void a_mail_says_how_many_clients_it_would_be_about_and_whether_it_may_leave() {
        stage.at(DAY).dispatch("/v1/dispatch/" + contoso, "paused");

        var mail =
                preview("?at=2022-09-12T14:00:00Z&tenant=" + contoso).extract().asString();

        assertThatJson(mail)
                .inPath("items[?(@.recipient=='shared@msp.example')]")
                .isEqualTo("""
                [{"day": "2022-09-12", "recipient": "shared@msp.example", "dispatch": "paused", "items": [
                  {"tenantId": "%s", "topic": "deadline", "programme": "exchange-online-basic-auth", "protocol": "imap", "authMethod": "basic",
                   "qualifier": null, "anchor": "cutoff", "anchorDay": "2022-10-01", "rung": 30, "reason": "rung-due", "clients": 2}]}]""".formatted(contoso));
        assertThatJson(preview("?tenant=" + fabrikam).extract().asString())
                .inPath("items[0].dispatch")
                .isEqualTo("held");
    }

    @Test
    void of_what_is_said_to_be_done_nobody_would_be_told_not_even_who_decides() {
        var only = UUID.randomUUID();
        world.tenant(only, Facts.tenant("Only", "UTC"));
        world.line(only, "imap", "basic", Facts.window("working", "2022-09-30"));
        var printer = world.client(only, UUID.randomUUID(), Facts.client("Printer", "nao@only.example"));
        world.usage(only, "imap", "basic", printer);
        stage.at(DAY);
        assertThat(preview("?tenant=" + only).extract().<List<String>>path("items.recipient"))
                .contains("nao@only.example", "global-admin@only.example");

        given().auth()
                .oauth2(Tokens.everything())
                .contentType("application/json")
                .body("{\"tenantId\": \"%s\", \"clientId\": \"%s\", \"kind\": \"done\"}".formatted(only, printer))
                .post("/v1/answers")
                .then()
                .statusCode(201);

        assertThat(mails(preview("?tenant=" + only))).isEmpty();
    }

    @Test
    void looking_ahead_changes_nothing() {
        stage.at(DAY);
        var ledger = stage.rows("select r::text from reminder r union all select n::text from notice n order by 1");

        preview("?at=2023-01-31T00:00:00Z");

        assertThat(stage.rows("select r::text from reminder r union all select n::text from notice n order by 1"))
                .isEqualTo(ledger);
        assertThat(stage.rows("select '' from staged_client")).isEmpty();
    }

    @Test
    void it_goes_page_by_page() {
        stage.at(DAY);
        var whole = mails(preview("?limit=500"));

        var first = preview("?limit=3");
        var rest = preview("?limit=500&cursor=" + first.extract().<String>path("next"));

        assertThat(mails(first)).isEqualTo(whole.subList(0, 3));
        assertThat(mails(rest)).isEqualTo(whole.subList(3, whole.size()));
    }

    @Test
    void who_sees_one_tenant_is_told_of_that_alone() {
        stage.at(DAY);

        var seen = post("", Tokens.viewer(fabrikam)).statusCode(200);

        assertThat(seen.extract().<List<String>>path("items.items.flatten().tenantId.unique()"))
                .containsExactly(fabrikam.toString());
        post("?tenant=" + contoso, Tokens.viewer(fabrikam)).statusCode(404);
    }

    @Test
    void what_cannot_be_asked_is_refused() {
        stage.at(DAY);
        post("?at=2022-09-12T12:59:59Z", Tokens.everything())
                .statusCode(400)
                .body("errors[0].parameter", equalTo("at"));
        post("?at=2023-09-14T13:00:00Z", Tokens.everything()).statusCode(400);
        post("?on=2022-10-01", Tokens.everything()).statusCode(400);

        world.stop("inventory");
        post("", Tokens.everything()).statusCode(503);
    }

    private static ValidatableResponse preview(String query) {
        return post(query, Tokens.everything()).statusCode(200);
    }

    private static ValidatableResponse post(String query, String token) {
        return given().auth().oauth2(token).post("/v1/plan:preview" + query).then();
    }

    /** {@code 2022-09-16 nao@contoso.example 14 rung-due}. */
    private static List<String> mails(ValidatableResponse response) {
        return new JsonPath(response.extract().asString())
                .<Map<String, Object>>getList("items").stream()
                        .map(mail -> "%s %s %s".formatted(mail.get("day"), mail.get("recipient"), told(mail)))
                        .toList();
    }

    @SuppressWarnings("unchecked")
    private static String told(Map<String, Object> mail) {
        return String.join(
                ", ",
                ((List<Map<String, Object>>) mail.get("items"))
                        .stream()
                                .map(item -> item.get("rung") + " " + item.get("reason"))
                                .distinct()
                                .sorted()
                                .toList());
    }
}
