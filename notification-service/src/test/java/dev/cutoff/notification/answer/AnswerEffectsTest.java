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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What answers change of a plan, from the answer to the mails. */
@NotificationTest
class AnswerEffectsTest {

    private static final String NAO = "nao@contoso.example";
    private static final String AIKO = "aiko@contoso.example";
    private static final String DECIDER = "global-admin@contoso.example";

    private final UUID contoso = UUID.randomUUID();
    private final UUID printer = UUID.randomUUID();
    private final UUID scanner = UUID.randomUUID();

    World world;
    GreenMail mail;
    private Stage stage;
    private int turns;

    @BeforeEach
    void a_printer_and_a_scanner_of_which_imap_stops() {
        stage = new Stage(world, mail);
        world.tenant(contoso, Facts.tenant("Contoso", "UTC"));
        world.line(contoso, "imap", "basic", Facts.named("scheduled", "2022-10-20"));
        world.client(contoso, printer, Facts.client("Printer", NAO));
        world.usage(contoso, "imap", "basic", printer);
    }

    @Test
    void nobody_is_mailed_about_what_is_done_until_it_is_seen_in_use_and_then_the_mail_says_so() {
        released("2022-09-20");
        answer(printer, "\"kind\": \"done\"");

        on("2022-09-20", "2022-09-30");

        assertThat(stage.told(NAO)).containsExactly("2022-09-20 sent imap cutoff 2022-10-20 30 day-named");
        assertThat(decisions(NAO)).contains("30 sent day-named").doesNotContain("14 planned rung-due");

        world.seen(printer, "2022-09-30T23:00:00Z");
        on("2022-10-01", "2022-10-02");

        assertThat(stage.told(NAO))
                .containsExactly(
                        "2022-09-20 sent imap cutoff 2022-10-20 30 day-named",
                        "2022-10-01 sent imap cutoff 2022-10-20 19 contradicted");
        assertThat(standings()).containsExactly("done contradicted");
        assertThat(stage.preview(NAO, 1)).contains("said that it is done, but a sign-in of this kind has been seen");

        on("2022-10-07");

        assertThat(stage.told(NAO)).last().isEqualTo("2022-10-07 sent imap cutoff 2022-10-20 14 rung-due");
    }

    @Test
    void who_is_called_after_a_contradiction_is_not_told_of_it_again_on_the_next_day() {
        released("2022-09-20");
        answer(printer, "\"kind\": \"done\"");
        on("2022-09-20");
        world.seen(printer, "2022-09-30T23:00:00Z");

        on("2022-10-01", "2022-10-13", "2022-10-14", "2022-10-17", "2022-10-18");

        assertThat(stage.told("mail-admins@contoso.example"))
                .containsExactly(
                        "2022-10-13 sent imap cutoff 2022-10-20 7 no-answer",
                        "2022-10-17 sent imap cutoff 2022-10-20 3 rung-due");
    }

    @Test
    void what_waits_to_be_sent_does_not_go_out_after_the_answer_and_who_decides_hears_no_more_of_it() {
        world.line(contoso, "imap", "basic", Facts.window("working", "2022-09-30"));
        world.client(contoso, scanner, Facts.client("Scanner", AIKO));
        world.usage(contoso, "imap", "basic", scanner);
        stage.at("2022-09-16T09:00:00Z");
        answer(printer, "\"kind\": \"done\"");

        stage.at("2022-09-16T09:00:01Z").released(contoso).at("2022-09-16T09:00:02Z");

        assertThat(stage.recipients()).containsExactlyInAnyOrder(AIKO, DECIDER);
        assertThat(decisions(NAO)).containsExactly("14 cancelled done");
        assertThat(stage.preview(DECIDER)).contains("Scanner").doesNotContain("Printer");

        world.client(contoso, printer, Facts.client("Printer", NAO, "migrated"));
        stage.at("2022-09-17T09:00:00Z");

        assertThat(standings()).containsExactly("done confirmed");
    }

    @Test
    void what_is_planned_is_left_alone_until_its_day() {
        released("2022-09-20");
        answer(printer, "\"kind\": \"planned\", \"date\": \"2022-10-15\"");

        on("2022-10-06", "2022-10-12", "2022-10-13", "2022-10-16", "2022-10-17");

        assertThat(stage.told(NAO))
                .containsExactly(
                        "2022-09-20 sent imap cutoff 2022-10-20 30 day-named",
                        "2022-10-13 sent imap cutoff 2022-10-20 7 rung-due",
                        "2022-10-17 sent imap cutoff 2022-10-20 3 rung-due");
        assertThat(decisions(NAO)).contains("14 cancelled planned");
        assertThat(standings()).containsExactly("planned lapsed");
    }

    @Test
    void a_day_that_is_too_late_is_taken_and_marked_at_once() {
        released("2022-09-20");

        assertThat(answer(printer, "\"kind\": \"planned\", \"date\": \"2022-10-21\""))
                .contains("\"standing\":\"too-late\"");
        assertThat(answer(printer, "\"kind\": \"planned\", \"date\": \"2022-10-20\""))
                .contains("\"standing\":\"stands\"");
    }

    @Test
    void what_is_not_theirs_goes_to_the_deputy_and_then_to_the_contact() {
        world.owner(contoso, NAO, AIKO);
        released("2022-09-20");
        answer(printer, "\"kind\": \"not-mine\", \"whoElse\": \"the print team\"");

        on("2022-09-20");

        assertThat(stage.told(AIKO)).containsExactly("2022-09-20 sent imap cutoff 2022-10-20 30 handed-on");
        answer(printer, "\"kind\": \"not-mine\", \"person\": \"%s\"".formatted(AIKO));

        on("2022-09-21");

        assertThat(stage.told("mail-admins@contoso.example"))
                .containsExactly("2022-09-21 sent imap cutoff 2022-10-20 30 handed-on");
        assertThat(stage.told(NAO)).hasSize(1);
        assertThat(stage.told(AIKO)).hasSize(1);
        assertThat(standings()).containsExactlyInAnyOrder("not-mine stands", "not-mine stands");
    }

    @Test
    void who_asks_for_help_is_told_of_to_the_contact_once_and_with_their_words() {
        released("2022-09-20");
        answer(printer, "\"kind\": \"need-help\", \"text\": \"Where is\\nthe <menu>?\"");

        on("2022-09-20", "2022-09-21");

        assertThat(stage.recipients()).containsExactly("mail-admins@contoso.example", NAO);
        assertThat(stage.preview("mail-admins@contoso.example"))
                .contains("Help is wanted with Printer (device)")
                .contains(NAO + " says: Where is the <menu>?");
        assertThatJson(stage.get("/v1/notices?recipient=mail-admins@contoso.example"))
                .inPath("items[0].helps")
                .isEqualTo("""
                        [{"tenantId": "%s", "clientId": "%s", "answerId": "${json-unit.any-string}", "reason": "help-wanted",
                          "status": "sent"}]""".formatted(contoso, printer));
    }

    /** Mail is let out, and what is due that day leaves. */
    private void released(String day) {
        stage.at(day + "T09:00:00Z").released(contoso).at(day + "T09:00:01Z");
    }

    /** Plans and sends on these days, a little later each time. */
    private void on(String... days) {
        for (var day : days) {
            stage.at(day + "T09:00:0%dZ".formatted(2 + turns++ % 8));
        }
    }

    private String answer(UUID client, String said) {
        return given().auth()
                .oauth2(Tokens.operator(contoso))
                .contentType("application/json")
                .body("{\"tenantId\": \"%s\", \"clientId\": \"%s\", %s}".formatted(contoso, client, said))
                .post("/v1/answers")
                .asString();
    }

    private List<String> standings() {
        return new JsonPath(stage.get("/v1/answers"))
                .<Map<String, Object>>getList("items").stream()
                        .map(item -> item.get("kind") + " " + item.get("standing"))
                        .toList();
    }

    /** A line for each rung: {@code rung status reason}. */
    private List<String> decisions(String person) {
        return new JsonPath(stage.get("/v1/reminders?limit=500&recipient=" + person))
                .<Map<String, Object>>getList("items").stream()
                        .map(item -> "%s %s %s".formatted(item.get("rung"), item.get("status"), item.get("reason")))
                        .toList();
    }
}
