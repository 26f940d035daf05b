package dev.cutoff.notification.plan;

import static io.restassured.RestAssured.given;
import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import dev.cutoff.commons.security.Caller;
import dev.cutoff.commons.security.Callers;
import dev.cutoff.notification.Facts;
import dev.cutoff.notification.NotificationTest;
import dev.cutoff.notification.Stage;
import dev.cutoff.notification.World;
import dev.cutoff.notification.reminder.Reminders;
import dev.cutoff.testing.Tokens;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is told of what, from the facts of the other services to the notices. */
@NotificationTest
class TellingTest {

    /** Nine o'clock on a Friday in New York; the window begins on Saturday 1 October. */
    private static final String FRIDAY = "2022-09-16T13:00:00Z";

    private static final String NAO = "nao@contoso.example";
    private static final String AIKO = "aiko@contoso.example";
    private static final String CONTACT = "mail-admins@contoso.example";

    private final UUID contoso = UUID.randomUUID();

    World world;
    GreenMail mail;
    private Stage stage;

    @Inject
    Reminders reminders;

    @BeforeEach
    void a_tenant_whose_imap_ends_in_a_window() {
        stage = new Stage(world, mail);
        world.tenant(contoso, Facts.tenant("Contoso", "America/New_York"));
        world.line(contoso, "imap", "basic", Facts.window("working", null));
    }

    @Test
    void the_deputy_is_told_while_the_owner_cannot_be_reached_and_the_reason_is_on_record() {
        client("Printer", NAO);
        world.owner(contoso, NAO, AIKO);
        stage.at("2022-09-15T13:00:00Z");
        bounced(NAO);

        stage.at(FRIDAY);

        assertThat(stage.told(AIKO)).containsExactly("2022-09-16 held imap cutoff 2022-10-01 14 not-reached");
        assertThat(decisions("recipient=" + NAO))
                .contains("cutoff 2022-10-01 14 cancelled unreachable owner")
                .doesNotContain("cutoff 2022-10-01 14 planned rung-due owner");
        assertThat(decisions("recipient=" + AIKO)).contains("cutoff 2022-10-01 14 planned not-reached deputy");
    }

    @Test
    void who_is_reached_again_is_told_again_and_not_the_deputy() {
        client("Printer", NAO);
        world.owner(contoso, NAO, AIKO);
        stage.at("2022-09-15T13:00:00Z");
        var id = bounced(NAO);
        stage.at(FRIDAY);
        given().auth()
                .oauth2(Tokens.everything())
                .header("If-Match", "*")
                .post("/v1/recipients/" + id + ":mark-reachable")
                .then()
                .statusCode(200);

        stage.at("2022-09-16T13:00:01Z");

        assertThat(stage.told(NAO)).last().isEqualTo("2022-09-16 held imap cutoff 2022-10-01 14 rung-due");
        assertThat(decisions("recipient=" + AIKO))
                .containsExactly("cutoff 2022-10-01 14 cancelled other-person deputy");
    }

    @Test
    void personal_accounts_are_told_only_where_the_policy_says_so_and_else_the_contact_is() {
        var laptop = world.client(
                contoso,
                UUID.randomUUID(),
                Facts.client("Outlook", null)
                        .replace(
                                "\"shared\": false",
                                "\"shared\": false, \"accountOwnerEmail\": \"%s\"".formatted(NAO)));
        world.usage(contoso, "imap", "basic", laptop);

        stage.at(FRIDAY);

        assertThat(stage.told(CONTACT)).containsExactly("2022-09-16 held imap cutoff 2022-10-01 14 rung-due");
        assertThat(decisions("recipient=" + CONTACT))
                .containsExactly("cutoff 2022-10-01 14 planned rung-due tenant-contact");
        assertThat(decisions("recipient=" + NAO)).containsExactly("cutoff 2022-10-01 14 cancelled by-policy owner");

        policy("{\"recipients\": {\"personalAccounts\": true}}");
        stage.at("2022-09-16T13:00:01Z");

        assertThat(stage.told(NAO)).containsExactly("2022-09-16 held imap cutoff 2022-10-01 14 rung-due");
        assertThat(decisions("recipient=" + CONTACT))
                .containsExactly("cutoff 2022-10-01 14 cancelled other-person tenant-contact");
    }

    @Test
    void deputy_and_contact_hear_beside_the_owner_where_the_policy_says_so() {
        client("Printer", NAO);
        world.owner(contoso, NAO, AIKO);
        stage.at("2022-01-03T00:00:00Z");
        policy("{\"recipients\": {\"deputy\": true, \"tenantContact\": true}}");

        stage.at(FRIDAY);

        for (var person : new String[] {NAO, AIKO, CONTACT}) {
            assertThat(stage.told(person)).containsExactly("2022-09-16 held imap cutoff 2022-10-01 14 rung-due");
        }
    }

    @Test
    void where_there_is_nobody_to_tell_that_is_on_record_and_counted() {
        world.tenant(
                contoso,
                Facts.tenant("Contoso", "UTC")
                        .replaceAll("\"(decision|fallback)Contact\": \"[^\"]*\"", "\"$1Contact\": null"));
        client("Printer", null);

        stage.at(FRIDAY);

        assertThat(decisions("recipient=nobody"))
                .containsExactly("cutoff 2022-10-01 14 cancelled nobody fallback-contact");
        assertThat(stage.rows("select untold::text from tenant")).containsExactly("1");
        assertThat(stage.rows("select person from notice")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Pacific/Kiritimati, 2022-09-16T09:59:59Z", "Asia/Tokyo, 2022-09-16T14:59:59Z",
        "UTC, 2022-09-16T23:59:59Z", "Pacific/Honolulu, 2022-09-17T09:59:59Z"
    })
    void what_is_planned_loses_its_use_with_the_day_of_its_reader(String zone, Instant lastSecond) {
        client("Printer", NAO);
        stage.at(FRIDAY);
        stage.sql("update reminder set last_use = '2022-09-16', zone = '%s'".formatted(zone));

        assertThat(expired(lastSecond)).isZero();
        assertThat(expired(lastSecond.plusSeconds(1))).isEqualTo(1);
    }

    private int expired(Instant now) {
        return Callers.as(
                Caller.system("test"), () -> QuarkusTransaction.requiringNew().call(() -> reminders.expire(now)));
    }

    @Test
    void decisions_are_shown_to_who_sees_the_tenant_narrowed_and_as_csv() {
        var fabrikam = world.tenant(UUID.randomUUID(), Facts.tenant("Fabrikam", "UTC"));
        client("Printer", NAO);
        stage.at(FRIDAY);

        assertThat(new JsonPath(stage.get("/v1/reminders", Tokens.viewer(contoso))).getList("items"))
                .hasSize(1);
        assertThat(new JsonPath(stage.get("/v1/reminders", Tokens.viewer(fabrikam))).getList("items"))
                .isEmpty();
        assertThat(stage.status("/v1/reminders?tenant=" + contoso, Tokens.viewer(fabrikam)))
                .isEqualTo(404);
        assertThat(stage.status("/v1/reminders?reason=whim", Tokens.everything()))
                .isEqualTo(400);
        assertThat(decisions("status=planned&topic=deadline&protocol=imap&from=2022-10-01&to=2022-10-01"))
                .hasSize(1);
        assertThat(decisions("status=expired")).isEmpty();
        assertThat(given().auth()
                        .oauth2(Tokens.everything())
                        .accept("text/csv")
                        .get("/v1/reminders")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString())
                .startsWith("id,tenantId,clientId,recipient,role,topic")
                .contains(NAO);
    }

    @Test
    void withheld_rungs_say_why() {
        world.client(contoso, UUID.randomUUID(), Facts.client("Done", NAO, "migrated"));
        var done = world.client(contoso, UUID.randomUUID(), Facts.client("Also done", AIKO, "migrated"));
        world.usage(contoso, "imap", "basic", done);

        stage.at("2022-10-03T13:00:00Z");

        assertThat(decisions("recipient=" + AIKO))
                .containsExactlyInAnyOrder(
                        "cutoff 2022-10-01 -1 cancelled window-open owner",
                        "cutoff 2022-10-01 0 cancelled window-open owner",
                        "cutoff 2022-10-01 1 cancelled resolved owner");
    }

    @Test
    void what_is_taken_back_is_told_as_over_once_to_those_who_were_told_and_to_nobody_else() {
        client("Printer", NAO);
        stage.at(FRIDAY).released(contoso).at(FRIDAY);
        client("Latecomer", "late@contoso.example");
        world.removeLine(contoso, "imap", "basic");
        world.revision();

        stage.at("2022-09-19T13:00:00Z").at("2022-09-20T13:00:00Z").at("2022-09-21T13:00:00Z");

        assertThat(stage.told(NAO))
                .containsExactly(
                        "2022-09-16 sent imap cutoff 2022-10-01 14 rung-due",
                        "2022-09-19 sent imap cutoff 2022-10-01 12 cancelled");
        assertThat(stage.told("late@contoso.example")).isEmpty();
        assertThat(stage.recipients()).containsExactly(NAO, NAO);
        assertThat(stage.preview(NAO, 1))
                .contains("Basic authentication for IMAP: nothing more to do")
                .contains(
                        "we told you a day from Saturday 1 October 2022 on. Microsoft has taken that back, or it does not concern Contoso any more")
                .contains("- Printer (device");
    }

    @Test
    void a_day_that_is_withdrawn_is_told_and_so_is_that_there_is_one_again() {
        client("Printer", NAO);
        stage.at(FRIDAY).released(contoso).at(FRIDAY);
        world.line(contoso, "imap", "basic", Facts.line("working", "null", "null", "null", "null"));
        stage.at("2022-09-19T13:00:00Z");
        world.line(contoso, "imap", "basic", Facts.named("scheduled", "2022-11-01"));

        stage.at("2022-09-20T13:00:00Z").at("2022-09-21T13:00:00Z");

        assertThat(stage.told(NAO))
                .containsExactly(
                        "2022-09-16 sent imap cutoff 2022-10-01 14 rung-due",
                        "2022-09-19 sent imap cutoff 2022-10-01 12 date-withdrawn",
                        "2022-09-20 sent imap cutoff 2022-11-01 60 reopened");
        assertThat(stage.preview(NAO, 1))
                .contains("No day any more: Basic authentication for IMAP")
                .contains("It still comes; you will hear when it has a day again.");
        assertThat(stage.preview(NAO, 2)).contains("we had told you that this is over. It is not.");
    }

    @Test
    void who_was_to_decide_hears_that_it_is_over_too() {
        client("Printer", NAO);
        world.line(contoso, "imap", "basic", Facts.window("working", "2022-09-30"));
        stage.at(FRIDAY).released(contoso).at(FRIDAY);
        world.removeLine(contoso, "imap", "basic");
        world.revision();

        stage.at("2022-09-19T13:00:00Z");

        assertThat(stage.told("global-admin@contoso.example"))
                .containsExactly(
                        "2022-09-16 sent imap decision 2022-09-30 14 rung-due",
                        "2022-09-19 sent imap decision 2022-09-30 11 cancelled");
        assertThat(stage.preview("global-admin@contoso.example", 1)).contains("it does not concern Contoso any more");
    }

    @Test
    void near_a_deadline_the_contact_is_told_once_a_week_what_evidence_does_not_show_while_it_lasts() {
        client("Printer", NAO);
        coverage("\"quiet\": true", 2);
        stage.at("2022-09-12T13:00:00Z").released(contoso).at("2022-09-12T13:00:00Z");
        for (var day = 13; day < 20; day++) {
            stage.at("2022-09-%dT13:00:00Z".formatted(day));
        }

        assertThat(stage.recipients().stream().filter(CONTACT::equals)).hasSize(2);
        assertThatJson(stage.get("/v1/notices?recipient=" + CONTACT)).and(notices -> {
            notices.node("items[0].day").isEqualTo("2022-09-12");
            notices.node("items[0].items").isEqualTo("[]");
            notices.node("items[0].findings").isEqualTo("""
                    [{"tenantId": "%s", "protocol": "imap", "kind": "gap", "source": null, "reason": "coverage", "status": "sent"},
                     {"tenantId": "%s", "protocol": "imap", "kind": "quiet", "source": "sign-in-log", "reason": "coverage",
                      "status": "sent"}]""".formatted(contoso, contoso));
            notices.node("items[1].day").isEqualTo("2022-09-19");
        });
        assertThat(stage.preview(CONTACT, 0))
                .contains("The sign-in log goes on, but says nothing of IMAP any more")
                .contains("The vendor counts 2 accounts with IMAP that nobody here has a name for");

        coverage("\"quiet\": false", 0);
        for (var day = 20; day < 28; day++) {
            stage.at("2022-09-%dT13:00:00Z".formatted(day));
        }

        assertThat(new JsonPath(stage.get("/v1/notices?recipient=" + CONTACT))
                        .getList("items.findAll { !it.findings.isEmpty() }"))
                .hasSize(2);
    }

    private void coverage(String quiet, int gap) {
        world.coverage(contoso, "imap", """
                {%s, "stale": false, "month": "2022-08", "vendorCount": 5, "knownCount": 3, "gap": %d,
                 "sources": [{"source": "sign-in-log", "firstDay": "2022-08-01", "lastDay": "2022-08-28", "rows": 3,
                   "spokeUntil": "2022-09-10", "arrivedAt": "2022-09-11T00:00:00Z", %s, "stale": false}]}""".formatted(quiet, gap, quiet));
    }

    private UUID client(String name, String owner) {
        var client = world.client(contoso, UUID.randomUUID(), Facts.client(name, owner));
        world.usage(contoso, "imap", "basic", client);
        return client;
    }

    private void policy(String settings) {
        given().auth()
                .oauth2(Tokens.everything())
                .contentType("application/json")
                .body(settings)
                .put("/v1/policies/" + contoso)
                .then()
                .statusCode(200);
    }

    /** @return id under which it stands that they are unreachable */
    private String bounced(String person) {
        stage.sql("""
                insert into recipient values ('%s', '%s', 1, '%s', 'unreachable', 'hard-bounce', now(), 0)""".formatted(contoso, UUID.randomUUID(), person));
        return new JsonPath(stage.get("/v1/recipients?recipient=" + person)).getString("items[0].id");
    }

    private List<String> decisions(String filter) {
        return new JsonPath(stage.get("/v1/reminders?limit=500&" + filter))
                .<Map<String, Object>>getList("items").stream()
                        .map(item -> "%s %s %s %s %s %s"
                                .formatted(
                                        item.get("anchor"),
                                        item.get("anchorDay"),
                                        item.get("rung"),
                                        item.get("status"),
                                        item.get("reason"),
                                        item.get("role")))
                        .toList();
    }
}
