package dev.cutoff.notification.escalation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.is;

import com.icegreen.greenmail.util.GreenMail;
import dev.cutoff.notification.Facts;
import dev.cutoff.notification.NotificationTest;
import dev.cutoff.notification.Stage;
import dev.cutoff.notification.World;
import dev.cutoff.notification.page.Mailed;
import dev.cutoff.testing.Tokens;
import io.restassured.path.json.JsonPath;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A printer of which IMAP stops on Thursday 20 October 2022, and the line of those who may see to it. */
@NotificationTest
class EscalationTest {

    private static final String NAO = "nao@contoso.example";
    private static final String AIKO = "aiko@contoso.example";
    private static final String BOSS = "boss@contoso.example";
    private static final String CONTACT = "mail-admins@contoso.example";

    private final UUID contoso = UUID.randomUUID();
    private final UUID printer = UUID.randomUUID();

    World world;
    GreenMail mail;
    private Stage stage;

    @BeforeEach
    void an_owner_a_deputy_and_a_manager() {
        stage = new Stage(world, mail);
        world.tenant(contoso, Facts.tenant("Contoso", "UTC"));
        world.line(contoso, "imap", "basic", Facts.named("scheduled", "2022-10-20"));
        world.client(contoso, printer, Facts.client("Printer", NAO));
        world.usage(contoso, "imap", "basic", printer);
        world.owner(contoso, NAO, AIKO, BOSS);
        stage.at("2022-10-03T09:00:00Z").released(contoso).at("2022-10-03T09:00:00Z");
    }

    @Test
    void the_owner_bounces_the_deputy_ignores_the_manager_accepts_evidence_contradicts_and_the_day_moves() {
        bounced(NAO);
        on(4, 6, 10, 11);
        assertThat(page(AIKO)).contains("Told before you: nao@contoso.example on 3 October 2022.");
        answered(BOSS, "done", "Uses OAuth now");
        on(12, 13);
        world.seen(printer, "2022-10-13T23:00:00Z");
        on(14, 15);
        world.line(contoso, "imap", "basic", Facts.named("scheduled", "2022-11-10"));
        on(17);
        answered(BOSS, "done", "The last script is switched over, too");
        on(18, 27, 31 + 3, 31 + 9, 31 + 10, 31 + 11);

        assertThat(stage.told(NAO)).containsExactly("2022-10-03 sent imap cutoff 2022-10-20 30 day-named");
        assertThat(stage.told(AIKO))
                .containsExactly(
                        "2022-10-04 sent imap cutoff 2022-10-20 30 not-reached",
                        "2022-10-11 sent imap cutoff 2022-10-20 14 rung-due");
        assertThat(stage.told(BOSS))
                .containsExactly(
                        "2022-10-11 sent imap cutoff 2022-10-20 14 no-answer",
                        "2022-10-14 sent imap cutoff 2022-10-20 7 contradicted",
                        "2022-10-17 sent imap cutoff 2022-11-10 30 moved");
        assertThat(stage.told(CONTACT)).isEmpty();
        assertThat(stage.recipients()).containsExactly(AIKO, AIKO, BOSS, BOSS, BOSS, NAO);
        assertThat(stage.preview(BOSS, 0))
                .contains(
                        "you are the manager of who answers for this client, and nobody who was told before has taken it.")
                .contains(
                        "Told before you: nao@contoso.example on 3 October 2022 and aiko@contoso.example on 4 October 2022");
        assertThat(stage.preview(NAO, 0)).doesNotContain("Told before you");
        assertThat(page(BOSS))
                .contains(
                        "Told before you: nao@contoso.example on 3 October 2022 and aiko@contoso.example on 4 October 2022.");
        assertThat(roles(BOSS)).containsOnly("manager");
        assertThat(roles(AIKO)).containsOnly("deputy");
    }

    @Test
    void silence_goes_down_the_line_to_the_contact_and_the_queue_and_an_answer_ends_both() {
        on(6, 12, 13, 17, 18, 19, 20);

        assertThat(stage.told(AIKO)).first().isEqualTo("2022-10-13 sent imap cutoff 2022-10-20 7 no-answer");
        assertThat(stage.told(BOSS)).first().isEqualTo("2022-10-18 sent imap cutoff 2022-10-20 3 no-answer");
        assertThat(stage.told(CONTACT)).containsExactly("2022-10-20 sent imap cutoff 2022-10-20 0 no-answer");
        assertThat(vacancies()).containsExactly("no-answer 2022-10-20");

        answered(AIKO, "done", "Replaced");
        on(20, 21);

        assertThat(vacancies()).isEmpty();
        assertThat(stage.told(CONTACT)).hasSize(1);
        assertThat(stage.told(NAO)).last().isEqualTo("2022-10-20 sent imap cutoff 2022-10-20 0 rung-due");
    }

    @Test
    void a_policy_may_have_more_patience() {
        given().auth()
                .oauth2(Tokens.everything())
                .contentType("application/json")
                .body("{\"escalation\": {\"fromDays\": 7, \"deputyAfter\": 4}}")
                .put("/v1/policies/" + contoso)
                .then()
                .statusCode(200);

        on(13, 18);

        assertThat(stage.told(AIKO)).isEmpty();

        on(19);

        assertThat(stage.told(AIKO)).containsExactly("2022-10-19 sent imap cutoff 2022-10-20 1 no-answer");
    }

    private void bounced(String person) {
        given().auth()
                .oauth2(Tokens.operator(contoso))
                .contentType("application/json")
                .body("""
                        {"recipient": "%s", "kind": "hard"}""".formatted(person))
                .post("/v1/bounces")
                .then()
                .statusCode(200);
    }

    private void answered(String person, String kind, String text) {
        given().auth()
                .oauth2(Tokens.operator(contoso))
                .contentType("application/json")
                .body("""
                        {"tenantId": "%s", "clientId": "%s", "person": "%s", "kind": "%s", "text": "%s"}""".formatted(contoso, printer, person, kind, text))
                .post("/v1/answers")
                .then()
                .statusCode(anyOf(is(200), is(201)));
    }

    /** At nine on each of these days of October 2022, and behind 31 of November. */
    private void on(int... days) {
        for (var day : days) {
            stage.at(LocalDate.parse("2022-09-30").plusDays(day) + "T09:00:00Z");
        }
    }

    /** What the link in their latest mail opens. */
    private String page(String person) {
        return given().get(Mailed.link(stage, person, "/a/"))
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private List<String> vacancies() {
        return new JsonPath(stage.get("/v1/vacancies?tenant=" + contoso))
                .getList("items.collect { it.reason + ' ' + it.since }");
    }

    private List<String> roles(String person) {
        return new JsonPath(stage.get("/v1/notices?recipient=" + person)).getList("items.items.flatten().role");
    }
}
