package dev.cutoff.notification.branding;

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
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How mail looks is set tenant by tenant, and the next mail looks so. */
@NotificationTest
class BrandingTest {

    private static final String BODY = """
            {"name": "Contoso IT", "colour": "#0B5CAB", "contact": "helpdesk@contoso.example", "footer": "Extension 4711"}""";

    private final UUID contoso = UUID.randomUUID();
    private final UUID fabrikam = UUID.randomUUID();

    World world;
    GreenMail mail;
    private Stage stage;

    @BeforeEach
    void two_tenants_have_a_printer_each_that_one_person_answers_for() {
        stage = new Stage(world, mail);
        for (var tenant : new UUID[] {contoso, fabrikam}) {
            var name = tenant.equals(contoso) ? "Contoso" : "Fabrikam";
            world.tenant(tenant, Facts.tenant(name, "UTC"));
            var printer = world.client(tenant, UUID.randomUUID(), Facts.client("Printer", "shared@msp.example"));
            var own = world.client(
                    tenant, UUID.randomUUID(), Facts.client("Scanner", "nao@" + name.toLowerCase() + ".example"));
            world.usage(tenant, "imap", "basic", printer, own);
            world.line(tenant, "imap", "basic", Facts.window("working", null));
        }
    }

    @Test
    void what_is_set_is_read_with_its_version_and_can_be_removed() {
        assertThat(put(BODY, null).statusCode()).isEqualTo(201);
        assertThatJson(stage.get("/v1/brandings/" + contoso)).isEqualTo("""
                {"tenantId": "%s", "version": 1, "name": "Contoso IT", "colour": "#0b5cab", "contact": "helpdesk@contoso.example",
                 "footer": "Extension 4711"}""".formatted(contoso));
        assertThat(put("{\"name\": \"Contoso\"}", "\"1\"").statusCode()).isEqualTo(200);
        assertThatJson(stage.get("/v1/brandings")).inPath("items[*].version").isEqualTo("[2]");

        assertThat(delete("\"2\"").statusCode()).isEqualTo(204);

        assertThat(stage.status("/v1/brandings/" + contoso, Tokens.viewer(contoso)))
                .isEqualTo(404);
        assertThatJson(stage.get("/v1/brandings")).inPath("items").isEqualTo("[]");
        assertThat(put(BODY, null).jsonPath().getLong("version"))
                .as("goes on from the one that is gone")
                .isEqualTo(4);
        assertThatJson(stage.get("/v1/brandings/" + contoso + "/history"))
                .inPath("items[*].action")
                .isEqualTo("[\"created\", \"updated\", \"deleted\", \"created\"]");
        assertThatJson(stage.get("/v1/brandings/" + contoso + "/history"))
                .inPath("items[0].reason")
                .isEqualTo("CHG0031337");
    }

    @Test
    void only_who_knows_the_version_changes_it() {
        put(BODY, null);

        assertThat(put("{\"name\": \"X\"}", null).statusCode()).isEqualTo(428);
        assertThat(put("{\"name\": \"X\"}", "\"7\"").statusCode()).isEqualTo(412);
        assertThat(delete(null).statusCode()).isEqualTo(428);
        assertThat(delete("\"7\"").statusCode()).isEqualTo(412);
        assertThat(put(BODY, "\"1\"").jsonPath().getLong("version"))
                .as("nothing has changed")
                .isEqualTo(1);
        assertThat(delete("\"1\"").statusCode()).isEqualTo(204);
        assertThat(delete("\"2\"").statusCode()).isEqualTo(404);
        assertThat(put(BODY, "\"2\"").statusCode()).isEqualTo(412);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"name": "Contoso", "colour": "#ffee00"}          | /colour  | has a contrast of 1.20:1 with the white text on it
            {"name": "Contoso", "colour": "blue"}             | /colour  | must be a colour such as #0b5cab
            {"name": " "}                                     | /name    | must not be blank
            {"name": "Contoso\\r\\nBcc: x@y.example"}         | /name    | must be one line of plain text
            {"name": "Contoso\\u202egro.live"}                | /name    | must be one line of plain text
            {"name": "Contoso", "contact": "not an address"}  | /contact | must be
            {"name": "Contoso", "footer": "a\\u0007b"}        | /footer  | must be plain text
            {"name": "Contoso", "logo": "https://x.example"}  | /logo    | is not a field here
            """)
    void what_cannot_be_read_or_sent_is_refused_and_says_why(String body, String pointer, String detail) {
        var answer = put(body, null);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.jsonPath().getString("errors[0].pointer")).isEqualTo(pointer);
        assertThat(answer.jsonPath().getString("errors[0].detail")).contains(detail);
        assertThat(stage.status("/v1/brandings/" + contoso, Tokens.viewer(contoso)))
                .isEqualTo(404);
    }

    @Test
    void administrators_set_it_and_nobody_sees_that_of_others() {
        put(BODY, null);

        assertThat(as(Tokens.operator(contoso))
                        .body(BODY)
                        .put("/v1/brandings/" + contoso)
                        .statusCode())
                .isEqualTo(403);
        assertThat(as(Tokens.admin(fabrikam))
                        .body(BODY)
                        .put("/v1/brandings/" + contoso)
                        .statusCode())
                .isEqualTo(404);
        assertThat(stage.status("/v1/brandings/" + contoso, Tokens.viewer(fabrikam)))
                .isEqualTo(404);
        assertThat(stage.status("/v1/brandings/" + contoso + "/history", Tokens.viewer(fabrikam)))
                .isEqualTo(404);
        assertThat(stage.status("/v1/brandings?tenant=" + contoso, Tokens.viewer(fabrikam)))
                .isEqualTo(404);
        assertThat(stage.get("/v1/brandings", Tokens.viewer(fabrikam))).doesNotContain("Contoso");
        assertThat(stage.get("/v1/changes?limit=500", Tokens.viewer(fabrikam))).doesNotContain("helpdesk");
    }

    @Test
    void the_feed_tells_of_it() {
        put(BODY, null);
        delete("\"1\"");

        assertThatJson(stage.get("/v1/changes?limit=500", Tokens.viewer(contoso)))
                .inPath("items[?(@.type == 'cutoff.branding.changed.v1')].data")
                .isEqualTo("[{\"id\": \"%s\", \"version\": 2, \"deleted\": true}]".formatted(contoso));
    }

    @Test
    void a_mail_about_one_tenant_is_in_its_look_and_one_over_two_is_neutral_with_both_marked() throws Exception {
        put(BODY, null);
        stage.at("2022-09-16T13:00:00Z");

        var own = preview("nao@contoso.example", "text/html");
        assertThat(own)
                .contains("background-color:#0b5cab", ">Contoso IT</h1>", "Extension 4711", "helpdesk@contoso.example");
        var shared = preview("shared@msp.example", "text/html");
        assertThat(shared)
                .contains(
                        "background-color:#1f3a5f", ">Cutoff</h1>", "Contoso and Fabrikam", "Contoso: Extension 4711");
        assertThat(preview("nao@fabrikam.example", "text/html")).doesNotContain("#0b5cab", "helpdesk", "Contoso");

        stage.released(contoso, fabrikam).at("2022-09-16T13:00:00Z");

        var mine = stage.mails().stream()
                .filter(message -> Stage.recipient(message).equals("nao@contoso.example"))
                .findFirst()
                .orElseThrow();
        assertThat(mine.getHeader("From", null)).isEqualTo("Contoso IT <cutoff@cutoff.example>");
        assertThat(mine.getHeader("Reply-To", null)).isEqualTo("helpdesk@contoso.example");
    }

    private String preview(String recipient, String type) {
        var id = new JsonPath(stage.get("/v1/notices?recipient=" + recipient)).getString("items[0].id");
        return given().auth()
                .oauth2(Tokens.everything())
                .accept(type)
                .get("/v1/notices/" + id + "/preview")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private Response put(String body, @Nullable String ifMatch) {
        var request = as(Tokens.admin(contoso));
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return request.body(body).put("/v1/brandings/" + contoso + "?reason=CHG0031337");
    }

    private Response delete(@Nullable String ifMatch) {
        var request = as(Tokens.admin(contoso));
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return request.delete("/v1/brandings/" + contoso);
    }

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType("application/json");
    }
}
