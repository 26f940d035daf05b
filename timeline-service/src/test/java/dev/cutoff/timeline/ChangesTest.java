package dev.cutoff.timeline;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.testing.Tokens;
import java.util.UUID;
import org.junit.jupiter.api.Test;

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

        assertThat(feed.jsonPath().getList("items.type"))
                .containsExactly(
                        "cutoff.revision.changed.v1",
                        "cutoff.revision.changed.v1",
                        "cutoff.revision.changed.v1",
                        "cutoff.exemption.changed.v1",
                        "cutoff.vendor-notice.changed.v1");
        assertThatJson(feed.asString())
                .inPath("items[3].data")
                .isEqualTo(Timeline.get("/v1/exemptions/" + exemption).asString());
        assertThatJson(feed.asString()).inPath("items[4].data").isEqualTo(notice.asString());
    }

    @Test
    void a_revision_is_everybodys() {
        var feed = Timeline.as(Tokens.viewer()).get("/v1/changes?limit=500");

        assertThat(feed.jsonPath().getList("items.subject"))
                .containsExactly(
                        "exchange-online-basic-auth@2021-09-23",
                        "exchange-online-basic-auth@2022-05-03",
                        "exchange-online-basic-auth@2022-09-01");
        assertThatJson(feed.asString())
                .inPath("items[2].data")
                .isEqualTo(Timeline.json(Timeline.get("/v1/programmes/exchange-online-basic-auth?knownOn=2022-09-01"))
                        .at("/revisions/2")
                        .toString());
        assertThatJson(feed.asString()).inPath("items[2]").isObject().doesNotContainKey("tenantid");
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
}
