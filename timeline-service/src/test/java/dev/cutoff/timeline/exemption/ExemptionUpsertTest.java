package dev.cutoff.timeline.exemption;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.testing.Tokens;
import dev.cutoff.timeline.Database;
import dev.cutoff.timeline.InventoryStub;
import dev.cutoff.timeline.Timeline;
import dev.cutoff.timeline.TimelineTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@TimelineTest
class ExemptionUpsertTest {

    private final UUID tenant = InventoryStub.tenant("worldwide", "2016-04-11");

    @Test
    void an_item_is_recorded_once_however_often_it_is_sent() {
        Timeline.now("2022-09-14T10:00:00Z");
        var item = item("opt-out", "[\"imap\", \"pop\"]", ", \"requestedAt\": \"2022-09-12T08:00:00Z\"");

        assertThat(outcomes(upsert(item, "?dryRun=true"))).isEqualTo("created");
        assertThat(exemptions()).isEmpty();
        assertThat(outcomes(upsert(item, ""))).isEqualTo("created");
        assertThat(outcomes(upsert(item, ""))).isEqualTo("unchanged");
        assertThat(outcomes(upsert(item("opt-out", "[\"imap\", \"pop\"]", ""), "")))
                .isEqualTo("unchanged");
        assertThat(exemptions()).containsExactlyInAnyOrder("imap", "pop");
    }

    @Test
    void the_same_of_a_part_is_another_one() {
        Timeline.now("2026-02-10T10:00:00Z");
        var block = """
                {"tenantId": "%s", "programme": "pop-imap-legacy-tls", "kind": "self-block", "protocols": ["imap"],
                 "requestedAt": "2026-02-09T10:00:00Z"%s}""";

        assertThat(outcomes(upsert(block.formatted(tenant, ""), ""))).isEqualTo("created");
        assertThat(outcomes(upsert(block.formatted(tenant, ", \"qualifier\": \"TLS 1.0 or 1.1\""), "")))
                .isEqualTo("created");
        assertThat(outcomes(upsert(block.formatted(tenant, ", \"qualifier\": \"TLS 1.0 or 1.1\""), "")))
                .isEqualTo("unchanged");
    }

    @Test
    void what_an_item_does_not_say_is_kept_and_null_clears() {
        Timeline.now("2022-09-24T10:00:00Z");
        var asked = ", \"requestedAt\": \"2022-09-12T08:00:00Z\"";
        upsert(item("opt-out", "[\"imap\"]", asked + ", \"reason\": \"Why\", \"reference\": \"CHG1\""), "");

        var answer = upsert(
                item("opt-out", "[\"imap\"]", asked + ", \"confirmedAt\": \"2022-09-23T09:00:00Z\", \"reason\": null"),
                "");

        assertThat(outcomes(answer)).isEqualTo("updated");
        var exemption = Timeline.get("/v1/exemptions/" + answer.jsonPath().getString("items[0].id"));
        assertThatJson(exemption.asString())
                .and(
                        kept -> kept.node("status").isEqualTo("confirmed"),
                        kept -> kept.node("reference").isEqualTo("CHG1"),
                        kept -> kept.node("reason").isEqualTo(null),
                        kept -> kept.node("version").isEqualTo(2));
    }

    @Test
    void the_apps_of_a_list_and_when_it_was_seen_off_are_told_anew() {
        Timeline.now("2026-08-20T10:00:00Z");
        var list =
                "{\"tenantId\": \"%s\", \"programme\": \"exchange-web-services\", \"kind\": \"allowed-app\", \"protocols\": [\"ews\"],"
                        + " \"requestedAt\": \"2026-08-19T10:00:00Z\", \"appIds\": %s}";
        var first = upsert(list.formatted(tenant, "[\"00000000-0000-4000-8000-000000000001\"]"), "");
        assertThat(outcomes(first)).as(first.asString()).isEqualTo("created");

        var second = upsert(list.formatted(tenant, "[\"00000000-0000-4000-8000-000000000002\"]"), "");

        assertThat(outcomes(second)).isEqualTo("updated");
        assertThat(Timeline.get("/v1/exemptions/" + second.jsonPath().getString("items[0].id"))
                        .jsonPath()
                        .getList("appIds"))
                .containsExactly("00000000-0000-4000-8000-000000000002");
    }

    @Test
    void the_second_re_enable_of_one_request_is_rejected_like_one_of_another() {
        Timeline.now("2022-10-21T08:00:00Z");
        Timeline.vendorSays(
                tenant,
                "scheduled",
                "MC438001",
                ", \"day\": \"2022-10-20\", \"publishedAt\": \"2022-10-13T09:00:00Z\"");
        var items = item("re-enable", "[\"imap\"]", ", \"requestedAt\": \"2022-10-20T08:00:00Z\"") + ", "
                + item("re-enable", "[\"imap\"]", ", \"requestedAt\": \"2022-10-20T09:00:00Z\"");

        var answer = upsert(items, "");

        assertThat(answer.jsonPath().getList("items.outcome")).containsExactly("created", "rejected");
        assertThatJson(answer.asString())
                .inPath("items[1].problem")
                .isObject()
                .containsEntry("type", "urn:cutoff:problem:re-enable-budget-spent")
                .containsKey("allowed");
        assertThat(Database.rows(
                        "select action from audit where kind = 'exemption' and tenant_id = '%s'".formatted(tenant)))
                .containsExactlyInAnyOrder("created", "refused");
    }

    @Test
    void a_rejected_item_leaves_nothing_of_itself() {
        Timeline.now("2022-09-14T10:00:00Z");

        var answer = upsert(
                item("opt-out", "[\"imap\", \"smtp-auth\"]", "") + ", " + item("opt-out", "[\"pop\"]", "")
                        + ", {\"tenantId\": \"" + UUID.randomUUID()
                        + "\", \"programme\": \"exchange-online-basic-auth\", \"kind\": \"opt-out\", \"protocols\": [\"imap\"]}",
                "");

        assertThat(answer.jsonPath().getList("items.outcome")).containsExactly("rejected", "created", "rejected");
        assertThat(answer.jsonPath().getList("items.problem.status")).containsExactly(409, 404);
        assertThat(exemptions()).containsExactly("pop");
        assertThat(upsert(
                                item("opt-out", "[\"eas\"]", "") + ", " + item("opt-out", "[\"smtp-auth\"]", ""),
                                "?mode=atomic")
                        .statusCode())
                .isEqualTo(422);
        assertThat(exemptions()).containsExactly("pop");
    }

    private String item(String kind, String protocols, String more) {
        return """
                {"tenantId": "%s", "programme": "exchange-online-basic-auth", "kind": "%s", "protocols": %s%s}""".formatted(tenant, kind, protocols, more);
    }

    private static Response upsert(String items, String query) {
        return Timeline.as(Tokens.everything())
                .body("{\"items\": [" + items + "]}")
                .post("/v1/exemptions:upsert" + query);
    }

    private static String outcomes(Response answer) {
        return String.join(" ", answer.jsonPath().<String>getList("items.outcome"));
    }

    private List<String> exemptions() {
        return Timeline.get("/v1/tenants/" + tenant + "/exemptions").jsonPath().getList("items.protocol");
    }
}
