package dev.cutoff.timeline.vendornotice;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.testing.Tokens;
import dev.cutoff.timeline.InventoryStub;
import dev.cutoff.timeline.Timeline;
import dev.cutoff.timeline.TimelineTest;
import io.restassured.response.Response;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@TimelineTest
class VendorNoticesResourceTest {

    private static final String ON_20_OCTOBER = ", \"day\": \"2022-10-20\"";

    private final UUID tenant = InventoryStub.tenant("worldwide", "2016-04-11");

    @Test
    void a_notice_that_names_no_protocol_concerns_all_that_are_being_rolled_out() {
        Timeline.now("2022-10-13T09:30:00Z");

        var answer = Timeline.vendorSays(tenant, "scheduled", "MC438001", """
                , "day": "2022-10-20", "protocols": [], "publishedAt": "2022-10-13T09:00:00Z\"""");

        assertThat(answer.statusCode()).isEqualTo(201);
        var notice = """
                {"id": "%s", "version": 1, "tenantId": "%s", "programme": "exchange-online-basic-auth",
                 "protocols": ["eas", "ews", "imap", "mapi", "oab", "pop", "remote-powershell", "rpc"], "namedProtocols": [],
                 "kind": "scheduled", "day": "2022-10-20", "message": "MC438001", "publishedAt": "2022-10-13T09:00:00Z",
                 "recordedAt": "2022-10-13T09:30:00Z", "recordedBy": "operator@test",
                 "disputed": false, "disputes": []}""".formatted(answer.jsonPath().getString("id"), tenant);
        assertThatJson(answer.asString()).isEqualTo(notice);
        var location = answer.header("Location");
        assertThatJson(Timeline.get(location.substring(location.indexOf("/v1"))).asString())
                .isEqualTo(notice);
    }

    @Test
    void the_same_notice_again_is_the_same() {
        Timeline.now("2022-10-13T09:30:00Z");
        var first = Timeline.vendorSays(tenant, "scheduled", "MC438001", ON_20_OCTOBER);

        var again = Timeline.vendorSays(tenant, "scheduled", "MC438001", ON_20_OCTOBER);

        assertThat(again.statusCode()).isEqualTo(200);
        assertThatJson(again.asString()).isEqualTo(first.asString());
        assertThat(list("").jsonPath().getList("items")).hasSize(1);
    }

    @Test
    void told_again_of_another_protocol_it_concerns_both() {
        Timeline.now("2022-10-13T09:30:00Z");
        Timeline.vendorSays(tenant, "scheduled", "MC438001", ON_20_OCTOBER + ", \"protocols\": [\"imap\"]");

        var again = Timeline.vendorSays(tenant, "scheduled", "MC438001", ON_20_OCTOBER + ", \"protocols\": [\"pop\"]");

        assertThat(again.statusCode()).isEqualTo(200);
        assertThatJson(again.asString())
                .and(
                        notice -> notice.node("version").isEqualTo(2),
                        notice -> notice.node("namedProtocols").isEqualTo("[\"imap\", \"pop\"]"));
    }

    @Test
    void the_same_message_with_another_day_is_another_notice_and_the_later_one_holds() {
        Timeline.now("2022-10-19T09:30:00Z");
        Timeline.vendorSays(
                tenant, "scheduled", "MC438001", ON_20_OCTOBER + ", \"publishedAt\": \"2022-10-13T09:00:00Z\"");
        var moved = Timeline.vendorSays(tenant, "scheduled", "MC438001", ", \"day\": \"2022-10-27\"");

        assertThat(moved.statusCode()).isEqualTo(201);
        assertThatJson(Timeline.line(tenant, "imap", "")).inPath("cutoff.day").isEqualTo("2022-10-27");
        assertThatJson(Timeline.line(tenant, "imap", "&knownOn=2022-10-18"))
                .inPath("cutoff.day")
                .isEqualTo("2022-10-20");
    }

    @Test
    void what_contradicts_the_rules_is_believed_marked_and_shown() {
        Timeline.now("2022-09-24T09:30:00Z");
        var receipt = Timeline.vendorSays(
                tenant,
                "opt-out-received",
                "MC437540",
                ", \"protocols\": [\"imap\"], \"publishedAt\": \"2022-09-23T09:00:00Z\"");

        assertThat(receipt.statusCode()).isEqualTo(201);
        assertThatJson(receipt.asString())
                .and(
                        notice -> notice.node("disputed").isEqualTo(true),
                        notice -> notice.node("disputes").isEqualTo("""
                                [{"protocol": "imap", "reason": "No opt-out of imap with basic authentication is on file."}]"""));
        assertThatJson(Timeline.line(tenant, "imap", "&at=2022-10-15T00:00:00Z"))
                .and(
                        line -> line.node("state").isEqualTo("exempt"),
                        line -> line.node("basis").isEqualTo("confirmed"),
                        line -> line.node("confirmed.disputed").isEqualTo(true));
        Timeline.exempt(tenant, "opt-out", "imap", ", \"requestedAt\": \"2022-09-12T08:00:00Z\"");

        assertThat(list("").jsonPath().getList("items.disputed")).containsExactly(false);
        assertThatJson(Timeline.line(tenant, "imap", "&at=2022-10-15T00:00:00Z"))
                .inPath("confirmed.disputed")
                .isEqualTo(false);
    }

    @Test
    void notices_are_listed_by_what_they_concern() {
        Timeline.now("2022-10-19T09:30:00Z");
        Timeline.vendorSays(tenant, "scheduled", "MC438001", ON_20_OCTOBER + ", \"protocols\": [\"imap\"]");
        Timeline.vendorSays(tenant, "opt-out-received", "MC437540", ", \"protocols\": [\"pop\", \"eas\"]");

        assertThat(list("?protocol=eas").jsonPath().getList("items.message")).containsExactly("MC437540");
        assertThat(list("?kind=scheduled").jsonPath().getList("items.message")).containsExactly("MC438001");
        assertThat(list("?sort=-publishedAt&limit=1").jsonPath().getString("next"))
                .isNotNull();
    }

    @Test
    void what_cannot_be_is_invalid() {
        Timeline.now("2022-10-13T09:30:00Z");
        invalid(Timeline.vendorSays(tenant, "scheduled", "MC1", ""), "/day");
        invalid(
                Timeline.vendorSays(tenant, "disabled", "MC1", ", \"publishedAt\": \"2022-10-14T09:00:00Z\""),
                "/publishedAt");
        invalid(Timeline.vendorSays(tenant, "disabled", "MC1", ", \"day\": \"+999999999-12-31\""), "/day");
        invalid(
                Timeline.vendorSays(tenant, "disabled", "MC1", ", \"publishedAt\": \"-9999-01-01T00:00:00Z\""),
                "/publishedAt");
        invalid(Timeline.vendorSays(tenant, "disabled", "", ""), "/message");
        invalid(Timeline.vendorSays(tenant, "vanished", "MC1", ""), "/kind");
        var dod = InventoryStub.tenant("dod", null);
        invalid(Timeline.vendorSays(dod, "disabled", "MC1", ""), "/protocols");
        assertThat(Timeline.vendorSays(dod, "disabled", "MC1", ", \"protocols\": [\"imap\"]")
                        .statusCode())
                .isEqualTo(201);
        assertThatJson(Timeline.line(dod, "imap", "")).inPath("state").isEqualTo("off");
    }

    @Test
    void many_are_told_at_once_each_with_its_outcome() {
        Timeline.now("2022-10-13T09:30:00Z");
        var other = InventoryStub.tenant("gcc", null);
        var items = """
                {"items": [
                  {"tenantId": "%s", "programme": "exchange-online-basic-auth", "kind": "scheduled", "day": "2022-10-20", "message": "MC1"},
                  {"tenantId": "%s", "programme": "exchange-online-basic-auth", "kind": "scheduled", "day": "2022-10-28", "message": "MC1"},
                  {"tenantId": "%s", "programme": "exchange-online-basic-auth", "kind": "scheduled", "message": "MC2"},
                  {"tenantId": "%s", "programme": "exchange-online-basic-auth", "kind": "scheduled", "day": "2022-10-20", "message": "MC1",
                   "protocols": ["smtp-auth"]},
                  {"tenantId": "%s", "programme": "exchange-online-basic-auth", "kind": "disabled", "message": "MC3"},
                  {"programme": "exchange-online-basic-auth", "kind": "disabled", "message": "MC3"}]}""".formatted(tenant, other, tenant, tenant, UUID.randomUUID());

        assertThat(upsert(items, "?dryRun=true").jsonPath().getList("items.outcome"))
                .containsExactly("created", "created", "rejected", "updated", "rejected", "rejected");
        assertThat(list("").jsonPath().getList("items")).isEmpty();
        assertThat(upsert(items, "?mode=atomic").statusCode()).isEqualTo(422);
        assertThat(list("").jsonPath().getList("items")).isEmpty();

        var answer = upsert(items, "");

        assertThat(answer.jsonPath().getList("items.outcome"))
                .containsExactly("created", "created", "rejected", "updated", "rejected", "rejected");
        assertThat(answer.jsonPath().getList("items.problem.status")).containsExactly(400, 404, 400);
        assertThat(upsert(items, "").jsonPath().getList("items.outcome"))
                .containsExactly("unchanged", "unchanged", "rejected", "unchanged", "rejected", "rejected");
        assertThatJson(Timeline.line(other, "imap", "")).inPath("cutoff.day").isEqualTo("2022-10-28");
    }

    private Response list(String query) {
        return Timeline.get("/v1/tenants/" + tenant + "/vendor-notices" + query);
    }

    private static Response upsert(String items, String query) {
        return Timeline.as(Tokens.everything()).body(items).post("/v1/vendor-notices:upsert" + query);
    }

    private static void invalid(Response answer, String pointer) {
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThatJson(answer.asString()).inPath("errors[0].pointer").isEqualTo(pointer);
    }
}
