package dev.cutoff.notification.dispatch;

import static io.restassured.RestAssured.given;
import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static net.javacrumbs.jsonunit.assertj.JsonAssertions.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.icegreen.greenmail.util.GreenMail;
import dev.cutoff.notification.Facts;
import dev.cutoff.notification.NotificationTest;
import dev.cutoff.notification.Stage;
import dev.cutoff.notification.World;
import dev.cutoff.testing.Tokens;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@NotificationTest
class DispatchTest {

    private static final String DAY = "2022-09-16T13:00:00Z";
    private static final String SHARED = "shared@msp.example";

    private final UUID contoso = UUID.randomUUID();
    private final UUID fabrikam = UUID.randomUUID();

    World world;
    GreenMail mail;
    private Stage stage;

    @BeforeEach
    void two_tenants_have_a_printer_each_that_one_person_answers_for() {
        stage = new Stage(world, mail);
        for (var tenant : new UUID[] {contoso, fabrikam}) {
            world.tenant(tenant, Facts.tenant(tenant.equals(contoso) ? "Contoso" : "Fabrikam", "America/New_York"));
            var printer = world.client(tenant, UUID.randomUUID(), Facts.client("Printer", SHARED));
            world.usage(tenant, "imap", "basic", printer);
            world.line(tenant, "imap", "basic", Facts.window("working", null));
        }
    }

    @Test
    void a_release_and_a_planner_never_wait_for_each_other() throws Exception {
        stage.at(DAY);
        stage.sql("""
                insert into plan_request (tenant_id, in_round, next_at) values ('%s', false, 'infinity')
                on conflict (tenant_id) do update set next_at = 'infinity'""".formatted(contoso));

        var release = stage.whileOther(
                "select from plan_request where tenant_id = '%s' for update".formatted(contoso),
                """
                insert into gather_request (person) values ('%s')
                on conflict (person) do update set person = excluded.person""".formatted(SHARED),
                () -> put("/v1/dispatch/" + contoso, "released", null).extract().statusCode());

        assertThat(release).isEqualTo(200);
    }

    @Test
    void everything_starts_held() {
        stage.at(DAY);

        assertThatJson(stage.get("/v1/dispatch")).isEqualTo("""
                {"tenantId": null, "version": 0, "state": "held", "effective": "held", "pilots": [], "surge": null, "changedAt": null, "changedBy": null}""");
        assertThatJson(stage.get("/v1/dispatch/" + contoso)).isEqualTo("""
                {"tenantId": "%s", "version": 0, "state": "held", "effective": "held", "pilots": [], "surge": null, "changedAt": null, "changedBy": null}""".formatted(contoso));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            released, released, released
            released, held,     held
            held,     released, held
            paused,   released, paused
            held,     paused,   paused
            paused,   held,     paused
            """)
    void the_stricter_wins(String all, String tenant, String effective) {
        stage.at(DAY).dispatch("/v1/dispatch", all).dispatch("/v1/dispatch/" + contoso, tenant);

        assertThatJson(stage.get("/v1/dispatch/" + contoso)).inPath("effective").isEqualTo(effective);
    }

    @Test
    void a_release_sends_what_is_due_without_waiting_for_the_next_turn() {
        stage.at(DAY).released(contoso, fabrikam);

        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> stage.recipients().size() == 1);
        assertThat(stage.recipients()).containsExactly(SHARED);
    }

    @Test
    void a_person_with_two_tenants_gets_one_mail_about_both() {
        stage.at(DAY).released(contoso, fabrikam).at(DAY);

        assertThat(stage.recipients()).containsExactly(SHARED);
        assertThat(Stage.source(stage.mails().getFirst())).contains("Contoso", "Fabrikam");
    }

    @Test
    void what_one_tenant_holds_keeps_nothing_of_another_back() {
        stage.at(DAY).released(contoso).at(DAY);

        assertThat(stage.recipients()).containsExactly(SHARED);
        assertThat(Stage.source(stage.mails().getFirst())).contains("Contoso").doesNotContain("Fabrikam");
        assertThatJson(stage.get("/v1/notices?tenant=" + fabrikam))
                .inPath("items[*].status")
                .isEqualTo("[\"held\"]");

        stage.released(fabrikam).at("2022-09-23T13:00:00Z");

        // Five working days without an answer, and Contoso's contact hears of it.
        assertThat(stage.recipients()).containsExactly("mail-admins@contoso.example", SHARED, SHARED);
        assertThat(Stage.source(stage.mails().getLast())).contains("Fabrikam");
    }

    @Test
    void notices_show_held_while_any_release_is_missing() {
        stage.at(DAY);
        assertThat(stage.told(SHARED)).allMatch(item -> item.contains(" held "));

        stage.dispatch("/v1/dispatch/" + contoso, "released").dispatch("/v1/dispatch/" + fabrikam, "released");
        assertThat(stage.told(SHARED)).as("not yet for all").hasSize(2).allMatch(item -> item.contains(" held "));

        stage.dispatch("/v1/dispatch", "paused");
        assertThat(stage.told(SHARED)).hasSize(2).allMatch(item -> item.contains(" held "));
        assertThat(stage.mails()).isEmpty();
    }

    @Test
    void a_plan_that_suddenly_tells_many_more_people_holds_itself_and_says_so() {
        stage.at(DAY).released(contoso, fabrikam).at(DAY);
        thirtyMoreAreConcerned();

        stage.at("2022-09-23T13:00:00Z");

        assertThat(stage.recipients()).doesNotContain("owner1@contoso.example");
        assertThatJson(stage.get("/v1/dispatch/" + contoso))
                .isObject()
                .containsAllEntriesOf(Map.of(
                        "state", "held", "effective", "held", "surge", json("{\"people\": 32, \"reviewed\": 1}")));
        assertThatJson(stage.get("/v1/dispatch/" + fabrikam)).inPath("state").isEqualTo("released");
        assertThat(stage.told("owner1@contoso.example")).hasSize(1).allMatch(item -> item.contains(" held "));
        assertThatJson(stage.get("/v1/tenants/" + contoso + "/history?sort=-at&limit=1"))
                .inPath("items[0].after.state")
                .isEqualTo("held");

        stage.dispatch("/v1/dispatch/" + contoso, "released").at("2022-09-23T13:00:00Z");

        assertThatJson(stage.get("/v1/dispatch/" + contoso)).inPath("surge").isEqualTo(null);
        assertThat(stage.recipients()).contains("owner1@contoso.example", "owner30@contoso.example");
    }

    private void thirtyMoreAreConcerned() {
        for (var person = 1; person <= 30; person++) {
            var printer = world.client(
                    contoso, UUID.randomUUID(), Facts.client("Printer", "owner%d@contoso.example".formatted(person)));
            world.usage(contoso, "imap", "basic", printer);
        }
    }

    @Test
    void a_plan_that_would_hold_itself_does_not_wait_without_end_for_who_waits_for_it() throws Exception {
        stage.at(DAY).released(contoso, fabrikam).at(DAY);
        thirtyMoreAreConcerned();
        try (var writer = Stage.admin();
                var statement = writer.createStatement()) {
            writer.setAutoCommit(false);
            statement.execute("select pg_advisory_xact_lock(hashtext('dispatch'))");

            stage.at("2022-09-23T13:00:00Z");

            assertThat(stage.recipients()).doesNotContain("owner1@contoso.example");
            writer.rollback();
        }
        stage.at("2022-09-23T13:00:00Z");

        assertThatJson(stage.get("/v1/dispatch/" + contoso))
                .inPath("surge.people")
                .isEqualTo(32);
    }

    @Test
    void a_switch_is_versioned_for_who_wants_it_and_never_in_the_way_of_who_has_to_stop() {
        stage.at(DAY);
        put("/v1/dispatch", "released", null)
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("changedBy", equalTo("admin@test"));
        put("/v1/dispatch", "held", "\"0\"").statusCode(412);
        put("/v1/dispatch", "held", "\"1\"").statusCode(200).body("version", equalTo(2), "changedAt", equalTo(DAY));
        put("/v1/dispatch", "held", null).statusCode(200).body("version", equalTo(2));
        put("/v1/dispatch/" + contoso, "paused", null).statusCode(200).body("effective", equalTo("paused"));
    }

    @Test
    void who_may_switch_what() {
        stage.at(DAY);
        assertThat(put("/v1/dispatch", "released", Tokens.operator(contoso), null)
                        .extract()
                        .statusCode())
                .isEqualTo(403);
        put("/v1/dispatch", "released", Tokens.admin(contoso), null)
                .statusCode(403)
                .body("type", equalTo("urn:cutoff:problem:scope-too-narrow"));
        put("/v1/dispatch/" + contoso, "released", Tokens.admin(contoso), null).statusCode(200);
        put("/v1/dispatch/" + fabrikam, "released", Tokens.admin(contoso), null).statusCode(404);
        put("/v1/dispatch/" + UUID.randomUUID(), "released", Tokens.everything(), null)
                .statusCode(404);
        put("/v1/dispatch/" + contoso, "open", Tokens.everything(), null).statusCode(400);

        assertThat(stage.status("/v1/dispatch", Tokens.viewer(contoso))).isEqualTo(200);
        assertThat(stage.status("/v1/dispatch/" + fabrikam, Tokens.viewer(contoso)))
                .isEqualTo(404);
        assertThatJson(stage.get("/v1/dispatch/" + fabrikam)).inPath("state").isEqualTo("held");
    }

    @Test
    void a_tenant_of_a_moment_ago_is_known_at_once() {
        var fresh = UUID.randomUUID();
        world.tenant(fresh, Facts.tenant("Fresh", "UTC"));

        put("/v1/dispatch/" + fresh, "released", Tokens.everything(), null).statusCode(200);

        world.stop("inventory");
        put("/v1/dispatch/" + UUID.randomUUID(), "released", Tokens.everything(), null)
                .statusCode(503);
    }

    @Test
    void a_change_is_in_the_feed_and_in_the_audit_trail() {
        stage.at(DAY).released(contoso);

        assertThatJson(stage.get("/v1/changes?limit=500"))
                .inPath("items[?(@.type=='cutoff.dispatch.changed.v1')].data.state")
                .isArray()
                .containsExactly("released", "released");
        assertThat(stage.rows(
                        "select actor || ' ' || action || ' ' || (after ->> 'state') from audit where tenant_id = '%s'"
                                .formatted(contoso)))
                .containsExactly("admin@test updated released");
    }

    @Test
    void while_mail_is_held_it_leaves_to_the_pilots_alone() {
        world.usage(
                contoso,
                "imap",
                "basic",
                world.client(contoso, UUID.randomUUID(), Facts.client("Scanner", "nao@contoso.example")));
        stage.at(DAY);

        pilots("/v1/dispatch", "held", "\"Nao@Contoso.example\"")
                .statusCode(200)
                .body("pilots", contains("nao@contoso.example"), "effective", equalTo("held"));
        stage.at(DAY);
        assertThat(stage.mails()).as("held for the tenant too").isEmpty();

        pilots("/v1/dispatch/" + contoso, "held", "\"nao@contoso.example\", \"someone@contoso.example\"")
                .statusCode(200);
        stage.at(DAY);

        assertThat(stage.recipients()).containsExactly("nao@contoso.example");
        assertThat(stage.told(SHARED)).allMatch(item -> item.contains(" held "));
    }

    @Test
    void a_pause_stops_the_pilots_too() {
        stage.at(DAY);
        pilots("/v1/dispatch", "held", "\"" + SHARED + "\"");
        pilots("/v1/dispatch/" + contoso, "paused", "\"" + SHARED + "\"").statusCode(200);
        pilots("/v1/dispatch/" + fabrikam, "paused", "\"" + SHARED + "\"").statusCode(200);
        stage.at(DAY);

        assertThat(stage.mails()).isEmpty();
    }

    @Test
    void pilots_are_addresses_and_those_of_all_are_shown_to_who_sees_all() {
        stage.at(DAY);
        pilots("/v1/dispatch", "held", "\"nobody\"").statusCode(400).body("errors[0].pointer", equalTo("/pilots/0"));
        pilots("/v1/dispatch", "held", "\"" + SHARED + "\"").statusCode(200).body("version", equalTo(1));
        pilots("/v1/dispatch", "held", "\"" + SHARED.toUpperCase() + "\"")
                .statusCode(200)
                .body("version", equalTo(1));

        assertThatJson(stage.get("/v1/dispatch", Tokens.viewer(contoso)))
                .inPath("pilots")
                .isEqualTo("[]");
        assertThatJson(stage.get("/v1/dispatch")).inPath("pilots").isEqualTo("[\"" + SHARED + "\"]");
        put("/v1/dispatch", "held", null).statusCode(200).body("version", equalTo(2), "pilots", hasSize(0));
    }

    private static ValidatableResponse pilots(String path, String state, String pilots) {
        return given().auth()
                .oauth2(Tokens.everything())
                .contentType("application/json")
                .body("{\"state\": \"%s\", \"pilots\": [%s]}".formatted(state, pilots))
                .put(path)
                .then();
    }

    private static ValidatableResponse put(String path, String state, String ifMatch) {
        return put(path, state, Tokens.everything(), ifMatch);
    }

    private static ValidatableResponse put(String path, String state, String token, String ifMatch) {
        var request = given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body("{\"state\": \"%s\"}".formatted(state));
        return (ifMatch == null ? request : request.header("If-Match", ifMatch))
                .put(path)
                .then();
    }
}
