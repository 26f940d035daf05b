package dev.cutoff.notification.testmail;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import com.icegreen.greenmail.util.GreenMail;
import dev.cutoff.notification.Facts;
import dev.cutoff.notification.NotificationTest;
import dev.cutoff.notification.Stage;
import dev.cutoff.notification.World;
import dev.cutoff.testing.Tokens;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A mail to oneself. */
@NotificationTest
class TestMailTest {

    private final UUID contoso = UUID.randomUUID();

    World world;
    GreenMail mail;
    private Stage stage;

    @BeforeEach
    void contoso_is_known() {
        stage = new Stage(world, mail);
        stage.sql("truncate test_mail");
        world.tenant(contoso, Facts.tenant("Contoso", "UTC"));
        stage.at("2022-09-16T13:00:00Z");
    }

    @Test
    void it_goes_to_the_address_of_the_token_also_while_mail_is_held() {
        send(Tokens.addressed("operator", "Nao@Contoso.example", contoso), "{}")
                .statusCode(200)
                .body(
                        "recipient",
                        equalTo("nao@contoso.example"),
                        "outcome",
                        equalTo("accepted"),
                        "smtpCode",
                        equalTo(250));

        assertThat(stage.recipients()).containsExactly("nao@contoso.example");
        assertThat(Stage.source(stage.mails().getFirst()))
                .contains("Auto-Submitted: auto-generated", "Date: Fri, 16 Sep 2022", "Message-ID: <test.")
                .doesNotContain("s3cret");
        assertThat(stage.rows("select action || ' ' || kind from audit where tenant_id = '%s'".formatted(contoso)))
                .contains("sent test-mail");
    }

    @Test
    void no_body_at_all_asks_for_the_defaults() throws Exception {
        var token = Tokens.addressed("operator", "nao@contoso.example", contoso);
        // As curl does without -d; Rest Assured would say that nothing is a form.
        var bare = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + "/v1/dispatch:test-mail"))
                .header("Authorization", "Bearer " + token)
                .POST(BodyPublishers.noBody())
                .build();
        try (var http = HttpClient.newHttpClient()) {
            assertThat(http.send(bare, BodyHandlers.discarding()).statusCode()).isEqualTo(200);
        }
        send(token, "").statusCode(200).body("recipient", equalTo("nao@contoso.example"));

        assertThat(stage.recipients()).containsExactly("nao@contoso.example", "nao@contoso.example");
    }

    @Test
    void a_contact_of_a_tenant_that_the_token_sees_may_be_named() {
        var body = "{\"tenantId\": \"%s\"}".formatted(contoso);
        send(Tokens.operator(contoso), body).statusCode(200).body("recipient", equalTo("global-admin@contoso.example"));
        send(
                        Tokens.operator(contoso),
                        "{\"tenantId\": \"%s\", \"recipient\": \"mail-admins@contoso.example\"}".formatted(contoso))
                .statusCode(200);
        send(Tokens.operator(UUID.randomUUID()), body).statusCode(404);
    }

    @Test
    void nobody_else_can_be_written_to() {
        send(Tokens.operator(contoso), "{}")
                .statusCode(422)
                .body("type", equalTo("urn:cutoff:problem:recipient-not-yours"));
        send(Tokens.addressed("operator", "nao@contoso.example", contoso), "{\"recipient\": \"someone@else.example\"}")
                .statusCode(422);
        send(Tokens.addressed("operator", "nao@contoso.example", contoso), "{\"recipient\": \"a b\"}")
                .statusCode(400);
        send(Tokens.addressed("operator", "nao@contoso.example", contoso), "{\"transport\": \"none\"}")
                .statusCode(404);
        send(Tokens.addressed("viewer", "nao@contoso.example", contoso), "{}").statusCode(403);

        assertThat(stage.mails()).isEmpty();
    }

    @Test
    void the_eleventh_in_a_minute_is_one_too_many() {
        var token = Tokens.addressed("operator", "nao@contoso.example", contoso);
        for (var i = 0; i < 10; i++) {
            send(token, "{}").statusCode(200);
        }

        send(token, "{}")
                .statusCode(429)
                .header("Retry-After", notNullValue())
                .body("type", equalTo("urn:cutoff:problem:too-many-requests"));

        assertThat(stage.mails()).hasSize(10);
        stage.sql("update test_mail set sent_at = sent_at - interval '1 minute'");
        send(token, "{}").statusCode(200);
    }

    private static ValidatableResponse send(String token, String body) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(body)
                .post("/v1/dispatch:test-mail")
                .then();
    }
}
