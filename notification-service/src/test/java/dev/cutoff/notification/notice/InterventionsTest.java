package dev.cutoff.notification.notice;

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
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people do about single notices. */
@NotificationTest
class InterventionsTest {

    private static final String DAY = "2022-09-16T13:00:00Z";
    private static final String NAO = "nao@contoso.example";
    private static final String SHARED = "shared@msp.example";

    private final UUID contoso = UUID.randomUUID();
    private final UUID fabrikam = UUID.randomUUID();

    World world;
    GreenMail mail;
    private Stage stage;

    @BeforeEach
    void one_person_answers_in_one_tenant_and_another_in_two() {
        stage = new Stage(world, mail);
        for (var tenant : new UUID[] {contoso, fabrikam}) {
            world.tenant(tenant, Facts.tenant(tenant.equals(contoso) ? "Contoso" : "Fabrikam", "UTC"));
            var printer = world.client(tenant, UUID.randomUUID(), Facts.client("Printer", SHARED));
            world.usage(tenant, "imap", "basic", printer);
            world.line(tenant, "imap", "basic", Facts.window("working", null));
        }
        world.usage(contoso, "imap", "basic", world.client(contoso, UUID.randomUUID(), Facts.client("Scanner", NAO)));
        stage.at(DAY);
    }

    @Test
    void a_cancelled_notice_stays_unsent_and_the_next_rung_is_told() {
        cancel(NAO).statusCode(200).body("status", equalTo("cancelled"));
        stage.released(contoso, fabrikam).at("2022-09-16T18:00:00Z");

        assertThat(stage.recipients()).containsExactly(SHARED);
        assertThat(stage.told(NAO)).containsExactly("2022-09-16 cancelled imap cutoff 2022-10-01 14 withdrawn");

        stage.at("2022-09-24T13:00:00Z");

        assertThat(stage.told(NAO)).contains("2022-09-24 sent imap cutoff 2022-10-01 7 rung-due");
    }

    @Test
    void what_was_sent_goes_out_again_to_the_byte_and_is_counted() {
        stage.released(contoso, fabrikam).at(DAY);

        resend(NAO).statusCode(200).body("status", equalTo("retry"));
        resend(NAO).statusCode(200);
        stage.at(DAY);

        var mails = stage.mails().stream()
                .filter(message -> Stage.recipient(message).equals(NAO))
                .map(Stage::source)
                .map(source -> source.replaceFirst("(?s)^.*?(Date:)", "$1"))
                .toList();
        assertThat(mails).hasSize(2);
        assertThat(mails.getFirst()).isEqualTo(mails.getLast());
        assertThatJson(notice(NAO)).isObject().containsEntry("status", "sent").containsEntry("resends", 1);
        assertThat(stage.told(NAO)).as("what was told stays told").hasSize(1).allMatch(item -> item.contains(" sent "));
    }

    @Test
    void a_repetition_can_be_called_off() {
        stage.released(contoso, fabrikam).at(DAY);
        resend(NAO).statusCode(200);

        cancel(NAO).statusCode(200).body("status", equalTo("sent"));
        stage.at(DAY);

        assertThat(stage.recipients()).containsExactlyInAnyOrder(NAO, SHARED);
    }

    @Test
    void what_has_failed_is_tried_anew_once_mail_arrives_again() {
        stage.released(contoso, fabrikam).at(DAY);
        given().auth()
                .oauth2(Tokens.everything())
                .contentType("application/json")
                .body("{\"noticeId\": \"%s\", \"kind\": \"hard\"}".formatted(id(NAO)))
                .post("/v1/bounces")
                .then()
                .statusCode(200);

        resend(NAO).statusCode(409).body("type", equalTo("urn:cutoff:problem:recipient-unreachable"));
        var recipient = stage.rows("select id::text from recipient where person = '%s'".formatted(NAO))
                .getFirst();
        given().auth()
                .oauth2(Tokens.everything())
                .post("/v1/recipients/" + recipient + ":mark-reachable")
                .then()
                .statusCode(200);
        resend(NAO).statusCode(200);
        stage.at(DAY);

        assertThat(stage.told(NAO)).contains("2022-09-16 sent imap cutoff 2022-10-01 14 rung-due");
        assertThat(stage.recipients()).filteredOn(NAO::equals).hasSize(2);
    }

    @Test
    void what_has_failed_and_is_of_no_use_any_more_is_not() {
        stage.released(contoso, fabrikam).at(DAY);
        stage.sql("update notice set state = 'failed' where person = '%s'".formatted(NAO));
        stage.sql("update reminder set state = 'failed', last_use = '2022-09-15' where person = '%s'".formatted(NAO));

        resend(NAO).statusCode(409).body("detail", equalTo("What it tells is past its use"));

        assertThatJson(notice(NAO)).inPath("status").isEqualTo("failed");
    }

    @Test
    void nothing_leaves_past_dispatch() {
        stage.released(contoso, fabrikam).at(DAY).dispatch("/v1/dispatch/" + contoso, "held");

        resend(NAO).statusCode(409).body("type", equalTo("urn:cutoff:problem:mail-held"));
        stage.dispatch("/v1/dispatch/" + contoso, "paused");
        resend(NAO).statusCode(409);
    }

    @Test
    void what_cannot_be_done_is_refused_and_changes_nothing() {
        resend(NAO).statusCode(409).body("type", equalTo("urn:cutoff:problem:notice-status"));
        stage.released(contoso, fabrikam).at(DAY);
        var before = notice(NAO);

        cancel(NAO).statusCode(409);

        assertThat(notice(NAO)).isEqualTo(before);
        assertThat(stage.recipients()).hasSize(2);
    }

    @Test
    void who_may_do_it() {
        for (var action : new String[] {"resend", "cancel"}) {
            act(id(NAO), action, Tokens.viewer(contoso)).statusCode(403);
            act(id(NAO), action, Tokens.operator(fabrikam)).statusCode(404);
            act(UUID.randomUUID().toString(), action, Tokens.everything()).statusCode(404);
            act(id(SHARED), action, Tokens.operator(contoso))
                    .statusCode(403)
                    .body("type", equalTo("urn:cutoff:problem:scope-too-narrow"));
        }
        act(id(SHARED), "cancel", Tokens.operator(contoso, fabrikam)).statusCode(200);
    }

    @Test
    void a_decision_may_name_the_version_that_it_is_based_on() {
        var path = "/v1/notices/" + id(NAO) + ":cancel";
        var operator = given().auth().oauth2(Tokens.operator(contoso));

        operator.header("If-Match", "\"99\"").post(path).then().statusCode(412);
        given().auth()
                .oauth2(Tokens.operator(contoso))
                .header("If-Match", "\"1\"")
                .post(path)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"");
    }

    @Test
    void the_same_request_again_is_the_same_answer() {
        stage.released(contoso, fabrikam).at(DAY);
        for (var time = 0; time < 2; time++) {
            given().auth()
                    .oauth2(Tokens.operator(contoso))
                    .header("Idempotency-Key", "again")
                    .contentType("application/json")
                    .body("{\"reason\": \"lost in a flood\"}")
                    .post("/v1/notices/" + id(NAO) + ":resend")
                    .then()
                    .statusCode(200)
                    .body("status", equalTo("retry"));
            stage.at(DAY);
        }

        assertThat(stage.recipients()).filteredOn(NAO::equals).hasSize(2);
    }

    @Test
    void who_did_it_and_why_is_in_the_trail_of_each_tenant() {
        given().auth()
                .oauth2(Tokens.operator(contoso, fabrikam))
                .post("/v1/notices/" + id(SHARED) + ":cancel?reason=told by phone")
                .then()
                .statusCode(200);

        for (var tenant : new UUID[] {contoso, fabrikam}) {
            assertThatJson(stage.get(
                            "/v1/tenants/" + tenant + "/history?kind=notice&action=cancelled", Tokens.viewer(tenant)))
                    .inPath("items[0]")
                    .isObject()
                    .containsEntry("actor", "operator@test")
                    .containsEntry("reason", "told by phone")
                    .containsEntry("resource", id(SHARED));
        }
        assertThat(stage.status("/v1/tenants/" + fabrikam + "/history", Tokens.viewer(contoso)))
                .isEqualTo(404);
    }

    private ValidatableResponse resend(String person) {
        return act(id(person), "resend", Tokens.everything());
    }

    private ValidatableResponse cancel(String person) {
        return act(id(person), "cancel", Tokens.everything());
    }

    private static ValidatableResponse act(String id, String action, String token) {
        return given().auth()
                .oauth2(token)
                .post("/v1/notices/" + id + ":" + action + "?reason=a test")
                .then();
    }

    private String notice(String person) {
        return stage.get("/v1/notices/" + id(person));
    }

    private String id(String person) {
        return stage.rows("select id::text from notice where person = '%s' order by day limit 1".formatted(person))
                .getFirst();
    }
}
