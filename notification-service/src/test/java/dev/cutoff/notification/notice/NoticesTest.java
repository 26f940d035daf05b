package dev.cutoff.notification.notice;

import static io.restassured.RestAssured.given;
import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.icegreen.greenmail.util.GreenMail;
import dev.cutoff.notification.Facts;
import dev.cutoff.notification.NotificationTest;
import dev.cutoff.notification.Stage;
import dev.cutoff.notification.World;
import dev.cutoff.notification.message.MailParts;
import dev.cutoff.testing.Tokens;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What tokens see of notices, their texts, their attempts and their events. */
@NotificationTest
class NoticesTest {

    private static final String DAY = "2022-09-16T13:00:00Z";
    private static final String SHARED = "shared@msp.example";

    private final UUID contoso = UUID.randomUUID();
    private final UUID fabrikam = UUID.randomUUID();
    private final String viewer = Tokens.viewer(contoso);

    World world;
    GreenMail mail;
    private Stage stage;

    @BeforeEach
    void a_person_answers_for_a_printer_in_each_of_two_tenants_and_each_has_one_of_its_own() {
        stage = new Stage(world, mail);
        for (var tenant : new UUID[] {contoso, fabrikam}) {
            var name = tenant.equals(contoso) ? "Contoso" : "Fabrikam";
            world.tenant(tenant, Facts.tenant(name, "America/New_York"));
            var shared = world.client(tenant, UUID.randomUUID(), Facts.client(name + " shared printer", SHARED));
            var own = world.client(
                    tenant,
                    UUID.randomUUID(),
                    Facts.client(name + " own printer", "nao@" + name.toLowerCase() + ".example"));
            world.usage(tenant, "imap", "basic", shared, own);
            world.line(tenant, "imap", "basic", Facts.window("working", null));
        }
    }

    @Test
    void a_token_sees_the_notices_of_its_tenants_and_of_them_its_own_items() {
        stage.at(DAY);

        var seen = new JsonPath(stage.get("/v1/notices", viewer));

        assertThat(seen.<String>getList("items.recipient")).containsExactlyInAnyOrder("nao@contoso.example", SHARED);
        assertThat(seen.<String>getList("items.items.flatten().tenantId")).containsOnly(contoso.toString());
        assertThat(seen.<Integer>getList("items.itemCount")).containsOnly(1);
        assertThat(new JsonPath(stage.get("/v1/notices")).<Integer>getList("items.itemCount"))
                .containsExactlyInAnyOrder(1, 1, 2);
    }

    @Test
    void a_text_is_shown_to_who_sees_all_that_it_tells() {
        stage.at(DAY).released(contoso, fabrikam).at(DAY);
        var shared = id(SHARED);

        for (var type : new String[] {"text/html", "text/plain", "message/rfc822"}) {
            preview(shared, type, viewer).then().statusCode(404);
            preview(shared, type, Tokens.viewer(contoso, fabrikam))
                    .then()
                    .statusCode(200)
                    .contentType(containsString(type))
                    .body(containsString("Fabrikam shared printer"));
        }
        given().auth()
                .oauth2(viewer)
                .get("/v1/notices/" + shared)
                .then()
                .statusCode(200)
                .body("subject", nullValue());
        given().auth()
                .oauth2(Tokens.everything())
                .get("/v1/notices/" + shared)
                .then()
                .body("subject", not(nullValue()));
    }

    @Test
    void a_preview_before_the_mail_is_the_mail_after() {
        stage.at(DAY);
        var id = id("nao@contoso.example");

        var before = preview(id, "text/plain", viewer)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        stage.released(contoso, fabrikam).at(DAY);
        var after = preview(id, "text/plain", viewer)
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertThat(after).isEqualTo(before);
        var mailed = stage.mails().stream()
                .filter(message -> Stage.recipient(message).equals("nao@contoso.example"))
                .findFirst()
                .orElseThrow();
        // But for the link, which is its reader's alone.
        var withoutLink = MailParts.replacing(
                Stage.source(mailed).getBytes(StandardCharsets.UTF_8),
                text -> text.replaceAll("(/[au]/)[\\w.-]+", "$1withheld"));
        assertThat(new String(withoutLink, StandardCharsets.UTF_8).strip())
                .endsWith(preview(id, "message/rfc822", viewer)
                        .asString()
                        .split("\r\n\r\n", 2)[1]
                        .strip());
        preview(id, "text/html", viewer).then().header("Content-Security-Policy", containsString("default-src 'none'"));
        preview(id, "application/json", viewer).then().statusCode(406);
    }

    @Test
    void what_another_tenant_has_is_not_there() {
        stage.at(DAY).released(contoso, fabrikam).at(DAY);
        var foreign = id("nao@fabrikam.example");

        for (var path : new String[] {
            "/v1/notices/" + foreign, "/v1/notices/" + foreign + "/preview", "/v1/notices/" + UUID.randomUUID()
        }) {
            given().auth().oauth2(viewer).accept("*/*").get(path).then().statusCode(404);
        }
        for (var list : new String[] {"/v1/notices", "/v1/deliveries"}) {
            assertThat(stage.status(list + "?tenant=" + fabrikam, viewer)).isEqualTo(404);
            assertThat(stage.status(list + "?tenant=" + UUID.randomUUID(), Tokens.everything()))
                    .isEqualTo(404);
            assertThat(stage.get(list, viewer)).doesNotContain("nao@fabrikam.example", fabrikam.toString());
        }
        assertThat(stage.get("/v1/notices?recipient=nao@fabrikam.example", viewer))
                .doesNotContain("fabrikam.example");
        assertThat(stage.get("/v1/changes?limit=500", viewer))
                .doesNotContain("nao@fabrikam.example", fabrikam.toString());
        assertThat(stage.get("/v1/changes?limit=500", viewer)).contains("nao@contoso.example", SHARED);
    }

    @Test
    void lists_are_filtered_sorted_and_paged() {
        stage.at(DAY).released(contoso).at(DAY);

        list("?status=sent").body("items", hasSize(2));
        list("?status=held").body("items", hasSize(2));
        list("?recipient=NAO@contoso.example").body("items", hasSize(1));
        list("?tenant=" + contoso).body("items", hasSize(2));
        list("?from=2022-09-16&to=2022-09-16&status=sent").body("items", hasSize(2));
        list("?from=2022-09-18").body("items", hasSize(0));
        list("?to=2022-09-15").body("items", hasSize(0));

        var first = new JsonPath(stage.get("/v1/notices?limit=3&sort=-recipient", Tokens.viewer(contoso, fabrikam)));
        var second = new JsonPath(stage.get(
                "/v1/notices?limit=3&sort=-recipient&cursor=" + first.getString("next"),
                Tokens.viewer(contoso, fabrikam)));
        assertThat(first.getList("items")).hasSize(3);
        assertThat(second.getList("items")).hasSize(1);
        assertThat(second.getString("next")).isNull();

        for (var wrong : new String[] {
            "?status=gone", "?from=yesterday", "?tenant=x", "?day=2022-09-16", "?sort=colour", "?limit=0"
        }) {
            given().auth().oauth2(viewer).get("/v1/notices" + wrong).then().statusCode(400);
        }
        given().auth()
                .oauth2(viewer)
                .accept("text/csv")
                .get("/v1/notices")
                .then()
                .statusCode(200)
                .body(containsString(SHARED));
    }

    @Test
    void attempts_say_who_was_told_what_and_when() {
        stage.at(DAY).released(contoso, fabrikam).at(DAY);
        var client = stage.rows("select client_id::text from reminder where person = 'nao@contoso.example'")
                .getFirst();

        assertThatJson(stage.get("/v1/deliveries?client=" + client))
                .inPath("items")
                .isArray()
                .hasSize(1);
        assertThatJson(stage.get("/v1/deliveries?client=" + client))
                .node("items[0]")
                .isObject()
                .containsEntry("recipient", "nao@contoso.example")
                .containsEntry("outcome", "accepted")
                .containsEntry("phase", "dot");
        assertThatJson(stage.get("/v1/deliveries?tenant=" + contoso))
                .inPath("items")
                .isArray()
                .hasSize(2);
        assertThatJson(stage.get("/v1/deliveries?programme=exchange-online-basic-auth&outcome=accepted"))
                .inPath("items")
                .isArray()
                .hasSize(3);
        for (var misspelt : List.of(
                "deliveries?programme=exchange-online-basic-aut",
                "reminders?programme=exchange-online-basic-aut",
                "deliveries?from=2022-09-17&to=2022-09-16",
                "reminders?from=2022-10-02&to=2022-10-01",
                "notices?from=2022-09-17&to=2022-09-16")) {
            assertThat(stage.status("/v1/" + misspelt, Tokens.everything()))
                    .as(misspelt)
                    .isEqualTo(400);
        }
        world.stop("timeline");
        assertThat(stage.status("/v1/reminders?programme=exchange-online-basic-aut", Tokens.everything()))
                .as("what cannot be asked is shown")
                .isEqualTo(200);
        world.bringBack("timeline");
        assertThatJson(stage.get("/v1/deliveries?recipient=" + SHARED + "&from=2022-09-16&to=2022-09-16"))
                .inPath("items")
                .isArray()
                .hasSize(1);
        assertThatJson(stage.get("/v1/deliveries?notice=" + id(SHARED), viewer))
                .inPath("items")
                .isArray()
                .hasSize(1);
        assertThatJson(stage.get("/v1/notices/" + id(SHARED)))
                .inPath("deliveries[0].smtpCode")
                .isEqualTo(250);
    }

    @Test
    void the_feed_has_each_notice_as_it_is_and_tells_a_tenant_that_it_is_no_longer_about_it() {
        stage.at(DAY);
        var shared = id(SHARED);
        assertThat(stage.get("/v1/changes?limit=500", Tokens.viewer(fabrikam))).contains(shared);

        stage.released(contoso).at(DAY);

        var events = new JsonPath(stage.get("/v1/changes?limit=500", Tokens.viewer(fabrikam)));
        assertThat(events.<Boolean>getList("items.findAll { it.subject == '%s' }.data.deleted".formatted(shared)))
                .containsExactly(true);
        var own = new JsonPath(stage.get("/v1/changes?limit=500", viewer));
        assertThat(own.<String>getList("items.findAll { it.subject == '%s' }.data.status".formatted(shared)))
                .containsExactly("sent");
    }

    @Test
    void an_unchanged_notice_is_not_sent_over_the_wire_twice() {
        stage.at(DAY);
        var path = "/v1/notices/" + id(SHARED);
        var tag = given().auth().oauth2(viewer).get(path).getHeader("ETag");

        given().auth()
                .oauth2(viewer)
                .header("If-None-Match", tag)
                .get(path)
                .then()
                .statusCode(304);
    }

    private ValidatableResponse list(String filter) {
        return given().auth()
                .oauth2(Tokens.everything())
                .get("/v1/notices" + filter)
                .then()
                .statusCode(200);
    }

    private String id(String recipient) {
        return stage.rows("select id::text from notice where person = '%s' order by day limit 1".formatted(recipient))
                .getFirst();
    }

    private static Response preview(String id, String type, String token) {
        return given().auth().oauth2(token).accept(type).get("/v1/notices/" + id + "/preview");
    }
}
