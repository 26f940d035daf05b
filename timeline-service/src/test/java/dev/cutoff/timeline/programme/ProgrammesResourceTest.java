package dev.cutoff.timeline.programme;

import static io.restassured.RestAssured.given;
import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.testing.Tokens;
import dev.cutoff.timeline.Timeline;
import dev.cutoff.timeline.TimelineTest;
import org.junit.jupiter.api.Test;

@TimelineTest
class ProgrammesResourceTest {

    private static final String BASIC_AUTH = "/v1/programmes/exchange-online-basic-auth";

    @Test
    void the_programmes_are_listed() {
        Timeline.now("2026-11-25T08:00:00Z");

        var list = Timeline.get("/v1/programmes");
        assertThat(list.jsonPath().<String>getList("items.id")).hasSize(14).isSorted();
        assertThatJson(list.asString()).inPath("items[4]").isEqualTo("""
                {"id": "exchange-online-basic-auth", "title": "Basic authentication in Exchange Online",
                 "checkedOn": "2026-11-22", "warning": null, "lastAnnounced": "2026-07-16", "revisions": 12, "catalogueVersion": 1}""");
    }

    @Test
    void a_programme_is_read_as_it_was_known_on_a_day() {
        var may = Timeline.get(BASIC_AUTH + "?knownOn=2022-08-31");

        assertThat(may.jsonPath().<String>getList("revisions.source.message")).endsWith("MC286990", "MC375736");
        assertThat(may.jsonPath().getString("knownOn")).isEqualTo("2022-08-31");
        assertThat(Timeline.get(BASIC_AUTH + "?knownOn=2018-01-01").jsonPath().getList("revisions"))
                .isEmpty();
    }

    @Test
    void a_revision_is_there_word_for_word() {
        assertThatJson(Timeline.get(BASIC_AUTH).asString())
                .inPath("revisions[9]")
                .isObject()
                .containsEntry("id", "exchange-online-basic-auth@2022-09-01")
                .containsEntry("announced", "2022-09-01")
                .containsEntry("zone", "UTC");
        assertThatJson(Timeline.get(BASIC_AUTH).asString())
                .inPath("revisions[9].rules[1].phases[3]")
                .isEqualTo("""
                        {"kind": "re-enable-window", "from": "2022-10-01", "to": "2022-12-31", "precision": "day", "confidence": null,
                         "channel": "support-ticket", "beforeOpening": "support-ticket", "order": null, "noticeDays": null, "budget": 1,
                         "allowance": "counted", "grants": ["re-enable"], "wave": null, "lastsAtLeast": null,
                         "takesEffectWithin": "PT1H", "lastsUntil": "2022-12-31", "lasts": null, "note": null}""");
        assertThatJson(Timeline.get(BASIC_AUTH).asString())
                .inPath("revisions[7].source")
                .isObject()
                .containsEntry("confidence", "third-party")
                .containsEntry("dayConfidence", "general-knowledge");
    }

    @Test
    void what_was_announced_can_be_taken_away_a_line_each() {
        var lines = given().auth()
                .oauth2(Tokens.everything())
                .accept("application/x-ndjson")
                .get(BASIC_AUTH + "/revisions?limit=2")
                .then()
                .statusCode(200)
                .contentType("application/x-ndjson")
                .extract()
                .asString();

        assertThat(lines.lines())
                .hasSizeGreaterThan(10)
                .allSatisfy(line -> assertThatJson(line).inPath("announced").isString());
    }

    @Test
    void a_programme_that_is_not_known_is_not_found() {
        assertThat(Timeline.get("/v1/programmes/fax").statusCode()).isEqualTo(404);
    }
}
