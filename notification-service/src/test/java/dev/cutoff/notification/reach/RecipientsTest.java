package dev.cutoff.notification.reach;

import static io.restassured.RestAssured.given;
import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.icegreen.greenmail.util.GreenMail;
import dev.cutoff.commons.security.Caller;
import dev.cutoff.commons.security.Callers;
import dev.cutoff.notification.Facts;
import dev.cutoff.notification.NotificationTest;
import dev.cutoff.notification.Stage;
import dev.cutoff.notification.World;
import dev.cutoff.testing.Tokens;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who cannot be reached, as the planner and callers see it. */
@NotificationTest
class RecipientsTest {

    private static final String NAO = "nao@contoso.example";
    private static final String SHARED = "shared@msp.example";

    private final UUID contoso = UUID.randomUUID();
    private final UUID fabrikam = UUID.randomUUID();

    World world;
    GreenMail mail;

    @Inject
    Reach reach;

    private Stage stage;

    @BeforeEach
    void two_tenants_are_known() {
        stage = new Stage(world, mail);
        world.tenant(contoso, Facts.tenant("Contoso", "UTC"));
        world.tenant(fabrikam, Facts.tenant("Fabrikam", "UTC"));
        stage.at("2022-09-16T13:00:00Z");
    }

    @Test
    void a_hard_bounce_makes_unreachable_in_the_tenants_in_which_it_counts() {
        bounced(List.of(contoso), SHARED, BounceKind.HARD, "2022-09-16T12:00:00Z");

        assertThat(unreachable(contoso)).containsExactly(SHARED);
        assertThat(unreachable(fabrikam)).isEmpty();
        assertThatJson(stage.get("/v1/recipients?state=unreachable"))
                .inPath("items")
                .isEqualTo("""
                        [{"id": "${json-unit.any-string}", "version": 1, "tenantId": "%s", "recipient": "shared@msp.example",
                          "state": "unreachable", "reason": "hard-bounce", "since": "2022-09-16T13:00:00Z", "softBounces": 0,
                          "lastBounce": {"noticeId": null, "kind": "hard", "source": "caller", "status": "5.1.1",
                                         "diagnostic": "550 5.1.1 no such user", "at": "2022-09-16T12:00:00Z"}}]""".formatted(contoso));
    }

    @Test
    void soft_bounces_count_each_once_until_they_are_many() {
        bounced(List.of(contoso), NAO, BounceKind.SOFT, "2022-09-16T12:00:00Z");
        bounced(List.of(contoso), NAO, BounceKind.SOFT, "2022-09-16T12:00:00Z");
        bounced(List.of(contoso), NAO, BounceKind.SOFT, "2022-09-17T12:00:00Z");

        assertThat(unreachable(contoso)).isEmpty();
        list("").body("items[0].softBounces", equalTo(2), "items[0].state", equalTo("reachable"));

        bounced(List.of(contoso), NAO, BounceKind.SOFT, "2022-09-18T12:00:00Z");

        assertThat(unreachable(contoso)).containsExactly(NAO);
        list("").body("items[0].reason", equalTo("soft-bounces"));
    }

    @Test
    void who_is_marked_reachable_gets_mail_again_until_the_next_bounce() {
        bounced(List.of(contoso), NAO, BounceKind.HARD, "2022-09-16T12:00:00Z");
        var path = "/v1/recipients/" + id(NAO);

        mark(path, Tokens.operator(contoso), "\"7\"").statusCode(412);
        mark(path, Tokens.operator(contoso), "\"1\"")
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("state", equalTo("reachable"), "reason", equalTo("marked"));
        assertThat(unreachable(contoso)).isEmpty();
        mark(path, Tokens.operator(contoso), null).statusCode(200).body("version", equalTo(2));

        bounced(List.of(contoso), NAO, BounceKind.SOFT, "2022-09-15T12:00:00Z");
        list("?recipient=NAO@contoso.example").body("items[0].reason", equalTo("marked"));
        bounced(List.of(contoso), NAO, BounceKind.HARD, "2022-09-16T14:00:00Z");
        assertThat(unreachable(contoso)).containsExactly(NAO);

        var history = stage.get(path + "/history");
        assertThatJson(history).inPath("items[*].after.state").isEqualTo("""
                ["unreachable", "reachable", "unreachable"]""");
        assertThatJson(history).inPath("items[1].actor").isEqualTo("operator@test");
        assertThatJson(history).inPath("items[1].reason").isEqualTo("Mailbox restored");
    }

    @Test
    void a_change_asks_for_a_new_plan_and_is_in_the_feed() {
        assertThat(stage.rows("select tenant_id::text from plan_request")).isEmpty();

        bounced(List.of(fabrikam), NAO, BounceKind.HARD, "2022-09-16T12:00:00Z");

        assertThat(stage.rows("select tenant_id::text from plan_request")).containsExactly(fabrikam.toString());
        assertThatJson(stage.get("/v1/changes?limit=500"))
                .inPath("items[?(@.type=='cutoff.recipient.changed.v1')].data.state")
                .isArray()
                .containsExactly("unreachable");
    }

    @Test
    void what_another_tenant_has_is_not_there() {
        bounced(List.of(contoso, fabrikam), SHARED, BounceKind.HARD, "2022-09-16T12:00:00Z");
        var foreign = stage.rows("select id::text from recipient where tenant_id = '%s'".formatted(fabrikam))
                .getFirst();
        var viewer = Tokens.viewer(contoso);

        assertThatJson(stage.get("/v1/recipients", viewer))
                .inPath("items[*].tenantId")
                .isEqualTo("[\"%s\"]".formatted(contoso));
        for (var path : new String[] {"/v1/recipients/" + foreign, "/v1/recipients/" + UUID.randomUUID()}) {
            assertThat(stage.status(path, viewer)).isEqualTo(404);
            assertThat(stage.status(path + "/history", viewer)).isEqualTo(404);
            mark(path, Tokens.operator(contoso), "\"9\"").statusCode(404);
        }
        assertThat(stage.status("/v1/recipients?tenant=" + fabrikam, viewer)).isEqualTo(404);
        mark("/v1/recipients/" + foreign, Tokens.viewer(fabrikam), null).statusCode(403);
        assertThat(stage.get("/v1/changes?limit=500", viewer)).doesNotContain(fabrikam.toString());
    }

    @Test
    void lists_are_filtered_sorted_paged_and_exported() {
        bounced(List.of(contoso), NAO, BounceKind.HARD, "2022-09-16T12:00:00Z");
        bounced(List.of(contoso, fabrikam), SHARED, BounceKind.SOFT, "2022-09-16T12:00:00Z");

        list("?state=reachable").body("items", hasSize(2));
        list("?tenant=" + contoso).body("items", hasSize(2));
        list("?sort=-recipient&limit=1&total=true&fields=recipient")
                .body("items[0]", equalTo(java.util.Map.of("recipient", SHARED)))
                .body("total.count", equalTo(3));
        for (var wrong : new String[] {"?state=gone", "?sort=colour", "?person=x", "?fields=colour"}) {
            assertThat(stage.status("/v1/recipients" + wrong, Tokens.everything()))
                    .isEqualTo(400);
        }
        given().auth()
                .oauth2(Tokens.everything())
                .accept("text/csv")
                .get("/v1/recipients")
                .then()
                .statusCode(200);
        var tag = given().auth()
                .oauth2(Tokens.everything())
                .get("/v1/recipients/" + id(NAO))
                .getHeader("ETag");
        given().auth()
                .oauth2(Tokens.everything())
                .header("If-None-Match", tag)
                .get("/v1/recipients/" + id(NAO))
                .then()
                .statusCode(304);
    }

    private void bounced(List<UUID> tenants, String person, BounceKind kind, String at) {
        var bounced = new Bounced(
                person, null, null, kind, BounceSource.CALLER, "5.1.1", "550 5.1.1 no such user", Instant.parse(at));
        Callers.as(
                Caller.system("test"),
                () -> QuarkusTransaction.requiringNew().call(() -> reach.bounced(tenants, bounced)));
    }

    private Set<String> unreachable(UUID tenant) {
        return Callers.as(
                Caller.system("test"),
                () -> QuarkusTransaction.requiringNew().call(() -> reach.unreachable(tenant, List.of(NAO, SHARED))));
    }

    private String id(String person) {
        return stage.rows("select id::text from recipient where person = '%s'".formatted(person))
                .getFirst();
    }

    private static ValidatableResponse list(String filter) {
        return given().auth()
                .oauth2(Tokens.everything())
                .get("/v1/recipients" + filter)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse mark(String path, String token, String ifMatch) {
        var request = given().auth().oauth2(token);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch))
                .post(path + ":mark-reachable?reason=Mailbox restored")
                .then();
    }
}
