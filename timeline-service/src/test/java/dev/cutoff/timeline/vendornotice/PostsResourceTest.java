package dev.cutoff.timeline.vendornotice;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.testing.Tokens;
import dev.cutoff.timeline.InventoryStub;
import dev.cutoff.timeline.Timeline;
import dev.cutoff.timeline.TimelineTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Message Center posts become vendor notices where they are plain, and wait for a person where they are not. */
@TimelineTest
class PostsResourceTest {

    private final UUID tenant = InventoryStub.tenant("worldwide", null);

    @Test
    void a_plain_post_is_a_vendor_notice_and_moves_the_cutoff() {
        Timeline.now("2022-10-13T10:00:00Z");

        var answer = send("notice-7-days");

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThatJson(answer.asString())
                .and(
                        post -> post.node("state").isEqualTo("filed"),
                        post -> post.node("programme").isEqualTo("exchange-online-basic-auth"),
                        post -> post.node("kind").isEqualTo("scheduled"),
                        post -> post.node("day").isEqualTo("2022-10-20"),
                        post -> post.node("protocols")
                                .isEqualTo("[\"ews\", \"imap\", \"mapi\", \"oab\", \"pop\", \"rpc\"]"),
                        post -> post.node("publishedAt").isEqualTo("2022-10-13T09:00:03Z"));
        assertThatJson(Timeline.line(tenant, "imap", ""))
                .and(
                        line -> line.node("state").isEqualTo("scheduled"),
                        line -> line.node("cutoff.day").isEqualTo("2022-10-20"));
        var notice = Timeline.get(
                "/v1/tenants/" + tenant + "/vendor-notices/" + answer.jsonPath().getString("noticeId"));
        assertThat(notice.jsonPath().getString("message")).isEqualTo("MC438001");
        assertThat(send("notice-7-days").statusCode()).isEqualTo(200);
    }

    @Test
    void the_same_message_again_with_another_text_moves_the_day() {
        Timeline.now("2022-10-18T16:00:00Z");
        send("notice-7-days");

        send("notice-moved");
        assertThatJson(Timeline.line(tenant, "imap", "")).inPath("cutoff.day").isEqualTo("2022-11-03");
        assertThatJson(Timeline.line(tenant, "mapi", "")).inPath("cutoff.day").isEqualTo("2022-10-20");

        Timeline.now("2022-10-19T16:00:00Z");
        send("notice-cancelled");
        assertThatJson(Timeline.line(tenant, "imap", "")).inPath("cutoff.day").isEqualTo("null");
    }

    @Test
    void what_names_no_day_waits_until_a_person_decides() {
        Timeline.now("2021-10-12T08:00:00Z");

        var answer = send("MC290828");

        assertThat(answer.statusCode()).isEqualTo(202);
        var id = answer.jsonPath().getString("id");
        assertThatJson(answer.asString())
                .and(
                        post -> post.node("state").isEqualTo("waiting"),
                        post -> post.node("kind").isEqualTo("scheduled"),
                        post -> post.node("day").isEqualTo(null),
                        post -> post.node("why").asString().startsWith("It names no day."));
        assertThat(Timeline.as(Tokens.viewer(tenant))
                        .get("/v1/posts?state=waiting")
                        .jsonPath()
                        .getList("items.id"))
                .containsExactly(id);
        assertThat(Timeline.get("/v1/tenants/" + tenant + "/vendor-notices")
                        .jsonPath()
                        .getList("items"))
                .isEmpty();

        var operator = Tokens.operator(tenant);
        var decision =
                "{\"kind\": \"scheduled\", \"day\": \"2021-11-10\", \"reason\": \"30 days from its publication\"}";
        assertThat(Timeline.as(operator)
                        .body(decision)
                        .post("/v1/posts/" + id + ":file")
                        .statusCode())
                .isEqualTo(428);
        var filed =
                Timeline.as(operator).header("If-Match", "\"1\"").body(decision).post("/v1/posts/" + id + ":file");
        assertThat(filed.statusCode()).isEqualTo(200);
        assertThat(filed.header("ETag")).isEqualTo("\"2\"");
        assertThatJson(filed.asString())
                .and(
                        post -> post.node("state").isEqualTo("filed"),
                        post -> post.node("decidedBy").isEqualTo("operator@test"));
        assertThatJson(Timeline.line(tenant, "imap", "")).inPath("cutoff.day").isEqualTo("2021-11-10");
        assertThat(Timeline.as(operator)
                        .header("If-Match", "\"2\"")
                        .body(decision)
                        .post("/v1/posts/" + id + ":file")
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void a_page_of_graph_is_taken_whole_and_again() {
        Timeline.now("2022-10-21T12:00:00Z");
        var page = "{\"@odata.context\": \"https://graph.microsoft.com\", \"value\": [%s, %s, %s, %s, %s]}"
                .formatted(
                        text("MC312373"),
                        text("MC375736"),
                        text("MC424238"),
                        text("notice-off"),
                        text("notice-two-days"));

        var answer = post(page);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.jsonPath().getList("items.state"))
                .containsExactly("information", "information", "information", "filed", "waiting");
        assertThat(answer.jsonPath().getString("items[1].why"))
                .isEqualTo("The catalogue has it as revision 2022-05-03.");
        assertThat(post(page).jsonPath().getList("items.id"))
                .isEqualTo(answer.jsonPath().getList("items.id"));
        assertThat(Timeline.get("/v1/posts?tenant=" + tenant).jsonPath().getList("items"))
                .hasSize(5);
    }

    @Test
    void what_is_about_something_else_or_means_nothing_is_put_aside() {
        Timeline.now("2025-05-02T08:00:00Z");
        assertThat(send("teams").jsonPath().getString("state")).isEqualTo("unrelated");
        var unclear = send("unclear");
        assertThat(unclear.jsonPath().getString("state")).isEqualTo("waiting");

        var dismissed = Timeline.as(Tokens.operator(tenant))
                .header("If-Match", "\"1\"")
                .post("/v1/posts/" + unclear.jsonPath().getString("id") + ":dismiss");

        assertThat(dismissed.jsonPath().getString("state")).isEqualTo("dismissed");
        assertThat(Timeline.get("/v1/posts?state=waiting&tenant=" + tenant)
                        .jsonPath()
                        .getList("items"))
                .isEmpty();
    }

    @Test
    void what_cannot_be_taken_is_refused() {
        Timeline.now("2022-10-13T10:00:00Z");
        assertThatJson(
                        post("{\"title\": \"Basic\", \"body\": {\"content\": \"x\"}, \"startDateTime\": \"2022-10-13T09:00:00Z\"}")
                                .asString())
                .inPath("errors[0].pointer")
                .isEqualTo("/id");
        assertThat(post("{\"value\": []}").statusCode()).isEqualTo(400);
        assertThat(send("notice-off").statusCode()).isEqualTo(400);
        assertThat(Timeline.as(Tokens.viewer(tenant))
                        .body(text("notice-7-days"))
                        .post("/v1/tenants/" + tenant + "/vendor-notices")
                        .statusCode())
                .isEqualTo(403);
        var id = send("notice-7-days").jsonPath().getString("id");
        var stranger = Tokens.operator(UUID.randomUUID());
        assertThat(Timeline.as(stranger).get("/v1/posts/" + id).statusCode()).isEqualTo(404);
        assertThat(Timeline.as(stranger).get("/v1/posts?tenant=" + tenant).statusCode())
                .isEqualTo(404);
        assertThat(Timeline.as(stranger).get("/v1/posts").jsonPath().getList("items"))
                .isEmpty();
        assertThat(Timeline.as(stranger)
                        .header("If-Match", "*")
                        .post("/v1/posts/" + id + ":dismiss")
                        .statusCode())
                .isEqualTo(404);
    }

    private Response send(String file) {
        return post(text(file));
    }

    private Response post(String body) {
        return Timeline.as(Tokens.operator(tenant)).body(body).post("/v1/tenants/" + tenant + "/vendor-notices");
    }

    private static String text(String file) {
        try (var stream = PostsResourceTest.class.getResourceAsStream("/posts/" + file + ".json")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
