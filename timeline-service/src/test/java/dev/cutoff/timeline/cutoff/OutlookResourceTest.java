package dev.cutoff.timeline.cutoff;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.testing.Tokens;
import dev.cutoff.timeline.InventoryStub;
import dev.cutoff.timeline.Timeline;
import dev.cutoff.timeline.TimelineTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TimelineTest
class OutlookResourceTest {

    @Test
    void the_outlook_of_one_protocol_says_everything() {
        Timeline.now("2022-09-12T08:00:00Z");
        var tenant = InventoryStub.tenant("worldwide", "2016-04-11");

        var answer = Timeline.as(Tokens.viewer(tenant)).get("/v1/tenants/" + tenant + "/outlook?protocol=mapi");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThatJson(answer.asString()).isEqualTo("""
                {"tenantId": "%s", "at": "2022-09-12T08:00:00Z", "knownOn": "2022-09-12", "catalogueVersion": 1, "warnings": [],
                 "protocols": [{
                   "programme": "exchange-online-basic-auth", "protocol": "mapi", "authMethod": "basic", "qualifier": null, "part": null,
                   "state": "working", "since": null, "until": "2022-10-01T00:00:00Z",
                   "cutoff": {"earliest": "2022-10-01", "latest": "2022-12-31", "day": null, "precision": "quarter",
                     "reason": "Tenants are switched off in random order between 2022-10-01 and 2022-12-31; the vendor names the day 7 days ahead, and none stands for this tenant (MC424238)."},
                   "decisionBy": "2022-09-30",
                   "allowedActions": [
                     {"action": "opt-out", "allowed": true, "reason": "Keeps it on until 2022-12-31 (MC424238).",
                      "from": "2022-09-01T00:00:00Z", "until": "2022-10-01T00:00:00Z", "channel": "self-service",
                      "effectiveUntil": "2023-01-01T00:00:00Z"},
                     {"action": "re-enable", "allowed": false,
                      "reason": "Only what was switched off can be re-enabled, and nothing on file says that mapi was; if it is off, say since when in observedOffAt.",
                      "from": "2022-10-01T00:00:00Z", "until": "2023-01-01T00:00:00Z", "channel": "self-service",
                      "effectiveUntil": null},
                     {"action": "self-block", "allowed": true,
                      "reason": "The tenant may block it itself at any time; a re-enable does not lift that.",
                      "from": null, "until": null, "channel": "self-service", "effectiveUntil": null}],
                   "declared": null, "confirmed": null, "observed": null, "basis": "announced",
                   "effective": "exchange-online-basic-auth", "announced": "2022-09-01", "checkedOn": "2026-11-22",
                   "revision": "2022-09-01", "message": "MC424238", "rule": "worldwide", "note": null, "assumes": []}]}""".formatted(tenant));
    }

    @Test
    void every_line_is_there_in_the_order_of_the_names() {
        Timeline.now("2022-09-12T08:00:00Z");
        var tenant = InventoryStub.tenant("gcc", null);

        var answer = Timeline.get("/v1/tenants/" + tenant + "/outlook");

        assertThat(answer.jsonPath().getList("protocols.protocol")).isSorted();
        assertThat(answer.jsonPath()
                        .getList("protocols.findAll { it.programme == 'exchange-online-basic-auth' }.protocol"))
                .containsExactly(
                        "autodiscover",
                        "eas",
                        "ews",
                        "imap",
                        "mapi",
                        "oab",
                        "pop",
                        "remote-powershell",
                        "reporting-web-service",
                        "rpc",
                        "scc-powershell",
                        "smtp-auth");
        assertThat(answer.jsonPath().getString("protocols.find { it.protocol == 'smtp-auth' }.state"))
                .isEqualTo("not-affected");
    }

    @Test
    void the_same_moment_is_answered_as_it_was_known() {
        Timeline.now("2022-11-01T08:00:00Z");
        var tenant = InventoryStub.tenant("worldwide", "2016-04-11");
        Timeline.vendorSays(tenant, "scheduled", "MC438001", """
                , "day": "2022-10-20", "publishedAt": "2022-10-13T09:00:00Z\"""");

        assertThatJson(Timeline.line(tenant, "imap", "&at=2022-10-25T00:00:00Z&knownOn=2022-06-01"))
                .inPath("announced")
                .isEqualTo("2022-05-03");
        assertThatJson(Timeline.line(tenant, "imap", "&at=2022-10-25T00:00:00Z&knownOn=2022-10-12"))
                .inPath("state")
                .isEqualTo("rolling-out");
        assertThatJson(Timeline.line(tenant, "imap", "&at=2022-10-25T00:00:00Z&knownOn=2022-10-13"))
                .inPath("state")
                .isEqualTo("off");
        assertThatJson(Timeline.line(tenant, "imap", "&at=2022-10-25T00:00:00Z"))
                .inPath("confirmed")
                .isEqualTo("""
                        {"value": "scheduled", "at": "2022-10-13T09:00:00Z", "source": "MC438001", "recordedAt": "2022-11-01T08:00:00Z", "disputed": false}""");
    }

    @Test
    void what_is_only_a_part_of_a_protocol_says_which_for_people_and_for_machines() {
        Timeline.now("2026-11-26T08:00:00Z");
        var tenant = InventoryStub.tenant("worldwide", "2016-04-11");
        var parts = Timeline.json(Timeline.get("/v1/tenants/" + tenant + "/outlook"))
                .path("protocols")
                .valueStream()
                .filter(line -> !line.path("part").isNull())
                .map(line -> line.path("protocol").asText() + ", "
                        + line.path("qualifier").asText() + ": " + line.path("part"))
                .toList();

        assertThat(parts)
                .contains(
                        "eas, below 16.1: {\"kind\":\"eas-version\",\"below\":\"16.1\",\"values\":[]}",
                        "imap, TLS 1.0 or 1.1: {\"kind\":\"tls-version\",\"below\":null,\"values\":[\"1.0\",\"1.1\"]}",
                        "ews, kiosk, F1 or F3 licence: {\"kind\":\"licence\",\"below\":null,\"values\":[\"kiosk\",\"f1\",\"f3\"]}",
                        "smtp-auth, High Volume Email: {\"kind\":\"named\",\"below\":null,\"values\":[]}");
    }

    @Test
    void an_old_catalogue_warns() {
        Timeline.now("2026-12-23T08:00:00Z");
        var tenant = InventoryStub.tenant("worldwide", null);

        assertThat(Timeline.get("/v1/tenants/" + tenant + "/outlook").jsonPath().<String>getList("warnings"))
                .contains("exchange-online-basic-auth was last checked against the vendor on 2026-11-22, 31 days ago.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "at=0001-01-01T00:00:00Z",
                "at=9999-12-31T23:59:59.999999999Z",
                "knownOn=0001-01-01",
                "knownOn=9999-12-31"
            })
    void any_moment_can_be_asked_for(String query) {
        Timeline.now("2022-11-01T08:00:00Z");
        var tenant = InventoryStub.tenant("worldwide", null);
        Timeline.vendorSays(tenant, "scheduled", "MC438001", ", \"day\": \"2022-10-20\"");

        var answer = Timeline.as(Tokens.viewer(tenant))
                .urlEncodingEnabled(false)
                .get("/v1/tenants/" + tenant + "/outlook?" + query);

        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void what_cannot_be_asked_is_refused() {
        var tenant = InventoryStub.tenant("worldwide", null);
        var outlook = "/v1/tenants/" + tenant + "/outlook";

        assertThat(Timeline.get(outlook + "?at=-0001-01-01T00:00:00Z").statusCode())
                .isEqualTo(400);
        assertThat(Timeline.get(outlook + "?knownOn=-999999999-01-01").statusCode())
                .isEqualTo(400);
        assertThat(Timeline.get(outlook + "?at=yesterday").statusCode()).isEqualTo(400);
        assertThat(Timeline.get(outlook + "?protocol=telnet").statusCode()).isEqualTo(400);
        assertThat(Timeline.get(outlook + "?day=2022-01-01").statusCode()).isEqualTo(400);
    }
}
