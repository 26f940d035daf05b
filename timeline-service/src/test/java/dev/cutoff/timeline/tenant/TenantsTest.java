package dev.cutoff.timeline.tenant;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.testing.Tokens;
import dev.cutoff.timeline.Database;
import dev.cutoff.timeline.InventoryStub;
import dev.cutoff.timeline.Timeline;
import dev.cutoff.timeline.TimelineTest;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@TimelineTest
class TenantsTest {

    @AfterEach
    void inventory_answers_again() {
        InventoryStub.down(false);
    }

    @Test
    void a_tenant_of_a_moment_ago_is_known_at_once() {
        Timeline.now("2022-09-14T10:00:00Z");
        var tenant = InventoryStub.untoldTenant("gcc");

        assertThatJson(Timeline.line(tenant, "imap", "")).inPath("rule").isEqualTo("gcc");
        assertThat(InventoryStub.requests()).contains("/v1/tenants/" + tenant);
        assertThat(Timeline.exempt(InventoryStub.untoldTenant("worldwide"), "opt-out", "imap")
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void what_is_known_is_answered_with_inventory_down_and_what_is_not_is_never_said_not_to_exist() {
        Timeline.now("2022-09-14T10:00:00Z");
        var known = InventoryStub.tenant("worldwide", null);
        Timeline.now("2022-09-14T10:00:01Z");
        var unknown = InventoryStub.untoldTenant("worldwide");
        InventoryStub.down(true);

        assertThatJson(Timeline.line(known, "imap", "")).inPath("state").isEqualTo("working");
        assertThat(Timeline.get("/v1/tenants/" + unknown + "/outlook").statusCode())
                .isEqualTo(503);
        assertThat(Timeline.as(Tokens.operator(unknown))
                        .body("""
                                {"items": [{"tenantId": "%s", "programme": "exchange-online-basic-auth", "kind": "opt-out",
                                            "protocols": ["imap"]}]}""".formatted(unknown))
                        .post("/v1/exemptions:upsert")
                        .statusCode())
                .isEqualTo(503);
        InventoryStub.down(false);
        assertThat(Timeline.get("/v1/tenants/" + unknown + "/outlook").statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_tenant_that_inventory_does_not_know_does_not_exist() {
        assertThat(Timeline.get("/v1/tenants/" + UUID.randomUUID() + "/outlook").statusCode())
                .isEqualTo(404);
        assertThat(Timeline.get("/v1/cutoffs?tenant=" + UUID.randomUUID()).statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_tenant_outside_the_scope_is_not_even_asked_for() {
        var tenant = InventoryStub.untoldTenant("worldwide");

        var answer = Timeline.as(Tokens.viewer(UUID.randomUUID())).get("/v1/tenants/" + tenant + "/outlook");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(InventoryStub.requests()).doesNotContain("/v1/tenants/" + tenant);
    }

    @Test
    void the_feed_brings_changes_and_the_newer_version_wins() {
        Timeline.now("2022-09-14T10:00:00Z");
        var tenant = InventoryStub.tenant("worldwide", null);
        assertThatJson(Timeline.line(tenant, "imap", "")).inPath("rule").isEqualTo("worldwide");

        InventoryStub.change(tenant, 3, "gcc", null);
        InventoryStub.change(tenant, 2, "dod", null);

        Awaitility.await()
                .untilAsserted(() -> assertThatJson(Timeline.line(tenant, "imap", ""))
                        .inPath("rule")
                        .isEqualTo("gcc"));
        Timeline.now("2022-09-14T10:00:01Z");
        assertThatJson(Timeline.line(tenant, "imap", "")).inPath("rule").isEqualTo("gcc");
    }

    @Test
    void what_a_tenant_has_bought_decides_which_rule_holds() {
        Timeline.now("2026-01-10T08:00:00Z");
        var kiosk = "protocols.find { it.programme == 'ews-kiosk' }.";

        for (var bought : new String[] {"DESKLESSPACK", "Microsoft 365 F3"}) {
            var outlook =
                    Timeline.get("/v1/tenants/" + InventoryStub.tenantWith("SPE_E3", bought) + "/outlook?protocol=ews");
            assertThat(outlook.jsonPath().getString(kiosk + "state")).isEqualTo("working");
            assertThat(outlook.jsonPath().getList(kiosk + "assumes")).isEmpty();
        }
        var others = Timeline.get(
                "/v1/tenants/" + InventoryStub.tenantWith("SPE_E3", "FLOW_FREE") + "/outlook?protocol=ews");
        assertThat(others.jsonPath().getString(kiosk + "state")).isEqualTo("unknown");
        var strange =
                Timeline.get("/v1/tenants/" + InventoryStub.tenantWith("SPE_E3", "NEW_2027") + "/outlook?protocol=ews");
        assertThat(strange.jsonPath().getString(kiosk + "state")).isEqualTo("working");
        assertThat(strange.jsonPath().getList(kiosk + "assumes")).containsExactly("licences");
    }

    @Test
    void a_tenant_that_is_gone_is_forgotten() {
        var tenant = InventoryStub.tenant("worldwide", null);
        Timeline.now("2022-09-14T10:00:00Z");
        assertThat(Timeline.get("/v1/tenants/" + tenant + "/outlook").statusCode())
                .isEqualTo(200);

        InventoryStub.delete(tenant);
        Timeline.now("2022-09-14T10:00:01Z");

        assertThat(Timeline.get("/v1/tenants/" + tenant + "/outlook").statusCode())
                .isEqualTo(404);
        assertThat(Database.rows("select tenant_id from tenant where tenant_id = '%s'".formatted(tenant)))
                .isEmpty();
    }
}
