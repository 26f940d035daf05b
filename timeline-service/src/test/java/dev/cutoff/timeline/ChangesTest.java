package dev.cutoff.timeline;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.testing.Tokens;
import dev.cutoff.timeline.programme.CatalogueInTests;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What timeline tells those that keep a copy: facts, and never what is computed from them. */
@TimelineTest
class ChangesTest {

    private final UUID tenant = InventoryStub.tenant("worldwide", null);

    @Test
    void each_fact_is_told_whole_as_it_is_read() {
        Timeline.now("2022-09-14T10:00:00Z");
        var exemption = Timeline.exempt(tenant, "opt-out", "imap").jsonPath().getString("items[0].id");
        var notice = Timeline.vendorSays(tenant, "opt-out-received", "MC437540", ", \"protocols\": [\"imap\"]");

        var feed = Timeline.as(Tokens.viewer(tenant)).get("/v1/changes?limit=500");

        var revisions = CatalogueInTests.programmes().stream()
                .mapToInt(programme -> programme.revisions().size())
                .sum();
        var items = Timeline.json(feed).at("/items");
        assertThat(items).hasSize(revisions + 2);
        assertThat(items.get(revisions - 1).at("/type").asText()).isEqualTo("cutoff.revision.changed.v1");
        assertThat(items.get(revisions).at("/type").asText()).isEqualTo("cutoff.exemption.changed.v1");
        assertThatJson(items.get(revisions).at("/data").toString())
                .isEqualTo(Timeline.get("/v1/exemptions/" + exemption).asString());
        assertThat(items.get(revisions + 1).at("/type").asText()).isEqualTo("cutoff.vendor-notice.changed.v1");
        assertThatJson(items.get(revisions + 1).at("/data").toString()).isEqualTo(notice.asString());
    }

    @Test
    void a_revision_is_everybodys() {
        var feed = Timeline.as(Tokens.viewer()).get("/v1/changes?limit=500");

        assertThat(feed.jsonPath().getList("items.subject"))
                .containsSubsequence(
                        "exchange-online-basic-auth@2021-09-23",
                        "exchange-online-basic-auth@2022-05-03",
                        "exchange-online-basic-auth@2022-09-01");
        var september = Timeline.json(feed)
                .at("/items")
                .valueStream()
                .filter(item -> item.at("/subject").asText().equals("exchange-online-basic-auth@2022-09-01"))
                .findFirst()
                .orElseThrow();
        var known = Timeline.json(Timeline.get("/v1/programmes/exchange-online-basic-auth?knownOn=2022-09-01"))
                .at("/revisions");
        assertThatJson(september.at("/data").toString())
                .isEqualTo(known.get(known.size() - 1).toString());
        assertThat(september.has("tenantid")).isFalse();
    }

    @Test
    void an_exemption_that_changes_is_told_once_at_its_last_version() {
        Timeline.now("2022-09-14T10:00:00Z");
        var id = Timeline.exempt(tenant, "opt-out", "imap").jsonPath().getString("items[0].id");
        var before = Timeline.as(Tokens.viewer(tenant))
                .get("/v1/changes?limit=500")
                .jsonPath()
                .getString("next");

        Timeline.as(Tokens.operator(tenant)).header("If-Match", "\"1\"").post("/v1/exemptions/" + id + ":confirm");

        var feed = Timeline.as(Tokens.viewer(tenant)).get("/v1/changes?after=" + before);
        assertThat(feed.jsonPath().getList("items.id")).containsExactly("exemption/" + id + "@2");
        assertThat(feed.jsonPath().getString("items[0].data.status")).isEqualTo("confirmed");
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(textBlock = """
            update change_horizon set position = position + 1000000 ~ update change_horizon set position = position - 1000000 ~ Deletions behind
            update change_counter set position = position - 1000000 ~ update change_counter set position = position + 1000000 ~ beyond the end
            """, delimiter = '~')
    void a_cursor_from_which_the_feed_cannot_go_on_says_so(String happens, String again, String why) {
        var newest = Timeline.as(Tokens.viewer())
                .get("/v1/changes?limit=500")
                .jsonPath()
                .getString("next");
        Database.execute(happens);
        try {
            var feed = Timeline.as(Tokens.viewer()).get("/v1/changes?after=" + newest);

            assertThat(feed.statusCode()).isEqualTo(410);
            assertThat(feed.jsonPath().getString("type")).isEqualTo("urn:cutoff:problem:cursor-expired");
            assertThat(feed.jsonPath().getString("detail")).contains(why).contains("read the lists anew");
            assertThat(feed.jsonPath().getString("restart")).isEqualTo("/v1/changes");
            assertThat(Timeline.as(Tokens.viewer()).get("/v1/changes").statusCode())
                    .as("without a cursor")
                    .isEqualTo(200);
        } finally {
            Database.execute(again);
        }
        assertThat(Timeline.as(Tokens.viewer())
                        .get("/v1/changes?after=" + newest)
                        .statusCode())
                .isEqualTo(200);
    }
}
