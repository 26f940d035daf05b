package dev.cutoff.inventory.client;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cutoff.inventory.Api;
import dev.cutoff.inventory.InventoryTest;
import dev.cutoff.testing.Tokens;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A client found by its own key, changed with others, made one with another, removed, and what its trail says of it. */
@InventoryTest
class ClientLifeTest {

    private UUID tenant;

    @BeforeEach
    void makeTenant() {
        tenant = Api.tenant();
    }

    private RequestSpecification operator() {
        return Api.as(Tokens.operator(tenant)).redirects().follow(false);
    }

    private String declare(String source, String externalId, String more) {
        var answer = Api.upsertClients(tenant, """
                {"source": "%s", "externalId": "%s", "tenantId": "%s"%s}""".formatted(source, externalId, tenant, more));
        assertThat(answer.jsonPath().getString("items[0].outcome"))
                .as(answer.asString())
                .isNotEqualTo("rejected");
        return answer.jsonPath().getString("items[0].id");
    }

    private JsonNode client(String id) {
        return Api.tree(operator().get("/v1/clients/" + id));
    }

    private Response merge(String id, String from) {
        return operator()
                .body("{\"from\": \"%s\"}".formatted(from))
                .post("/v1/clients/%s:merge?reason=Twins".formatted(id));
    }

    private Response put(String externalId, String body) {
        return operator()
                .body(body)
                .put("/v1/clients/by-external-id/servicenow/%s?reason=Sync&tenant=%s".formatted(externalId, tenant));
    }

    @Test
    void a_put_is_all_that_the_source_says() {
        var created = put("a1", "{\"name\": \"Printer\", \"location\": \"Osaka\", \"tags\": [\"x\"]}");
        var id = created.jsonPath().getString("id");

        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(created.header("Location")).endsWith("/v1/clients/" + id);
        operator()
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body("{\"notes\": \"Mine\", \"location\": \"Kyoto\"}")
                .patch("/v1/clients/" + id)
                .then()
                .statusCode(200);

        var replaced = put("a1", "{\"name\": \"Printer 2\", \"account\": \"p@contoso.example\"}");
        assertThat(replaced.statusCode()).isEqualTo(200);
        assertThatJson(replaced.asString()).inPath("name").isEqualTo("Printer 2");
        assertThatJson(replaced.asString()).inPath("tags").isEqualTo("[]");
        assertThatJson(replaced.asString()).inPath("location").isEqualTo("Kyoto");
        assertThatJson(replaced.asString()).inPath("notes").isEqualTo("Mine");
        assertThat(put("a1", "{\"name\": \"Printer 2\", \"account\": \"p@contoso.example\"}")
                        .header("ETag"))
                .isEqualTo(replaced.header("ETag"));
        assertThatJson(operator()
                        .get("/v1/clients/by-external-id/servicenow/a1?tenant=" + tenant)
                        .asString())
                .inPath("id")
                .isEqualTo(id);
    }

    @Test
    void a_put_is_refused_in_the_order_of_refusals() {
        var address = "/v1/clients/by-external-id/servicenow/a1";
        var query = "?tenant=" + tenant;

        assertThat(operator().body("{}").put(address).statusCode()).isEqualTo(400);
        assertThat(operator().body("{\"colour\": 1}").put(address + query).statusCode())
                .isEqualTo(400);
        assertThat(operator().body("[]").put(address + query).statusCode()).isEqualTo(400);
        assertThat(operator()
                        .body("{}")
                        .put(address + "?tenant=" + Api.tenant())
                        .statusCode())
                .isEqualTo(404);
        assertThat(operator().get(address + query).statusCode()).isEqualTo(404);
        assertThat(operator()
                        .header("If-Match", "\"1\"")
                        .body("{}")
                        .put(address + query)
                        .statusCode())
                .isEqualTo(412);
        assertThat(operator().body("{}").put(address + query).statusCode()).isEqualTo(201);
        assertThat(operator()
                        .header("If-None-Match", "*")
                        .body("{}")
                        .put(address + query)
                        .statusCode())
                .isEqualTo(412);
        assertThat(operator()
                        .header("If-Match", "\"2\"")
                        .body("{}")
                        .put(address + query)
                        .statusCode())
                .isEqualTo(412);
        assertThat(operator()
                        .header("If-Match", "\"1\"")
                        .body("{}")
                        .put(address + query)
                        .statusCode())
                .isEqualTo(200);
        assertThat(Api.as(Tokens.viewer(tenant)).body("{}").put(address + query).statusCode())
                .isEqualTo(403);
    }

    @Test
    void two_clients_become_one_and_the_old_id_says_where_it_has_gone() {
        var stays = declare(
                "servicenow", "a1", ", \"name\": \"Printer\", \"account\": \"a@contoso.example\", \"tags\": [\"x\"]");
        var goes = declare("glpi", "7", """
                , "kind": "device", "name": "PRN-7", "location": "Osaka", "account": "b@contoso.example", "tags": ["y", "x"],
                "ownerEmail": "nao@contoso.example\"""");

        var merged = merge(stays, goes);

        assertThat(merged.statusCode()).as(merged.asString()).isEqualTo(200);
        assertThatJson(merged.asString()).node("externalIds").isEqualTo("""
                [{"source": "glpi", "id": "7"}, {"source": "servicenow", "id": "a1"}]""");
        assertThatJson(merged.asString())
                .inPath("accounts")
                .isEqualTo("[\"a@contoso.example\", \"b@contoso.example\"]");
        assertThatJson(merged.asString()).inPath("tags").isEqualTo("[\"x\", \"y\"]");
        assertThatJson(merged.asString()).inPath("name").isEqualTo("Printer");
        assertThatJson(merged.asString()).inPath("location").isEqualTo("Osaka");
        assertThatJson(merged.asString()).inPath("kind").isEqualTo("device");
        assertThatJson(merged.asString()).inPath("owner.email").isEqualTo("nao@contoso.example");
        var old = operator().get("/v1/clients/" + goes);
        assertThat(old.statusCode()).isEqualTo(301);
        assertThat(old.header("Location")).isEqualTo("/v1/clients/" + stays);
        assertThat(operator()
                        .get("/v1/clients/%s/owner-explanation".formatted(goes))
                        .header("Location"))
                .isEqualTo("/v1/clients/%s/owner-explanation".formatted(stays));
        assertThat(Api.as(Tokens.viewer(Api.tenant()))
                        .redirects()
                        .follow(false)
                        .get("/v1/clients/" + goes)
                        .statusCode())
                .isEqualTo(404);
        assertThat(declare("glpi", "7", ", \"location\": \"Kyoto\"")).isEqualTo(stays);
        assertThat(client(stays).path("location").asText()).isEqualTo("Kyoto");
        assertThat(merge(stays, goes).statusCode()).as("again").isEqualTo(200);

        var third = declare("jira", "1", "");
        merge(third, stays).then().statusCode(200);
        assertThat(operator().get("/v1/clients/" + goes).header("Location")).isEqualTo("/v1/clients/" + third);
        assertThat(Api.all(Tokens.viewer(tenant), "/v1/clients?tenant=" + tenant))
                .hasSize(1);
    }

    @Test
    void a_merge_is_refused_in_the_order_of_refusals() {
        var other = Api.tenant();
        var id = declare("servicenow", "a1", "");
        var foreign = Api.upsertClients(
                        other, "{\"source\": \"s\", \"externalId\": \"1\", \"tenantId\": \"%s\"}".formatted(other))
                .jsonPath()
                .getString("items[0].id");

        assertThat(merge(id, id).statusCode()).isEqualTo(400);
        assertThat(operator()
                        .body("{}")
                        .post("/v1/clients/%s:merge".formatted(id))
                        .statusCode())
                .isEqualTo(400);
        assertThat(merge(id, foreign).statusCode()).isEqualTo(404);
        assertThat(merge(id, UUID.randomUUID().toString()).statusCode()).isEqualTo(404);
        assertThat(merge(UUID.randomUUID().toString(), id).statusCode()).isEqualTo(404);
        var both = Api.as(Tokens.operator(tenant, other)).body("{\"from\": \"%s\"}".formatted(foreign));
        assertThat(both.header("If-Match", "\"8\"")
                        .post("/v1/clients/%s:merge".formatted(id))
                        .statusCode())
                .isEqualTo(412);
        assertThat(Api.as(Tokens.operator(tenant, other))
                        .body("{\"from\": \"%s\"}".formatted(foreign))
                        .post("/v1/clients/%s:merge".formatted(id))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void what_a_person_has_said_of_either_stays() {
        var stays = declare("servicenow", "a1", ", \"location\": \"Osaka\", \"name\": \"One\"");
        var goes = declare("glpi", "7", ", \"name\": \"Two\"");
        operator()
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body("{\"location\": \"Kyoto\"}")
                .patch("/v1/clients/" + goes)
                .then()
                .statusCode(200);

        merge(stays, goes).then().statusCode(200);

        assertThat(client(stays).path("location").asText()).isEqualTo("Kyoto");
        assertThatJson(client(stays).path("personFields").toString()).isEqualTo("[\"location\"]");
        declare("servicenow", "a1", ", \"location\": \"Osaka\"");
        assertThat(client(stays).path("location").asText()).isEqualTo("Kyoto");
    }

    @Test
    void a_client_is_removed_and_one_that_is_declared_again_goes_on_from_its_tombstone() {
        var id = declare("servicenow", "a1", "");

        assertThat(operator().delete("/v1/clients/" + id).statusCode()).isEqualTo(428);
        assertThat(operator()
                        .header("If-Match", "\"4\"")
                        .delete("/v1/clients/" + id)
                        .statusCode())
                .isEqualTo(412);
        assertThat(operator()
                        .header("If-Match", "\"1\"")
                        .delete("/v1/clients/" + id + "?reason=Typo")
                        .statusCode())
                .isEqualTo(204);
        assertThat(operator().get("/v1/clients/" + id).statusCode()).isEqualTo(404);
        assertThat(operator()
                        .header("If-Match", "\"1\"")
                        .delete("/v1/clients/" + id)
                        .statusCode())
                .isEqualTo(404);
        assertThat(Api.all(Tokens.viewer(tenant), "/v1/clients/%s/history".formatted(id)))
                .extracting(entry -> entry.path("action").asText() + " "
                        + entry.path("reason").asText())
                .containsExactly("created null", "deleted Typo");

        assertThat(declare("servicenow", "a1", "")).isEqualTo(id);
        assertThat(client(id).path("version").asInt()).isEqualTo(3);
    }

    @Test
    void many_clients_get_a_status_or_an_owner_with_an_outcome_for_each() {
        var one = declare("s", "1", "");
        var two = declare("s", "2", ", \"status\": \"retired\"");
        var items = """
                {"items": [{"id": "%s", "status": "planned", "plannedFor": "2026-11-30"}, {"id": "%s", "status": "verified"},
                           {"id": "%s", "status": "planned"}, {"id": "%s"}, {"id": "%s", "status": "planned", "notes": "x"}, 7]}""".formatted(one, two, UUID.randomUUID(), one, one);

        var dry = operator().body(items).post("/v1/clients:set-status?dryRun=true&reason=Wave 2");
        assertThat(client(one).path("status").asText()).isEqualTo("discovered");
        var real = operator().body(items).post("/v1/clients:set-status?reason=Wave 2");
        assertThat(real.asString()).isEqualTo(dry.asString());
        assertThat(real.jsonPath().getList("items.outcome"))
                .containsExactly("updated", "rejected", "rejected", "rejected", "rejected", "rejected");
        assertThatJson(real.asString()).inPath("items[1].problem.reachable").isEqualTo("[\"discovered\"]");
        assertThatJson(real.asString()).inPath("items[2].problem.status").isEqualTo(404);
        assertThatJson(real.asString())
                .inPath("items[3].problem.errors[0].pointer")
                .isEqualTo("/items/3/status");
        assertThatJson(real.asString())
                .inPath("items[4].problem.errors[0].pointer")
                .isEqualTo("/items/4/notes");
        assertThat(client(one).path("statusReason").asText()).isEqualTo("Wave 2");
        assertThat(client(one).path("plannedFor").asText()).isEqualTo("2026-11-30");
        assertThat(operator()
                        .body(items)
                        .post("/v1/clients:set-status?mode=atomic")
                        .statusCode())
                .isEqualTo(422);

        var owners = operator().body("""
                {"items": [{"id": "%s", "ownerEmail": "Nao@contoso.example"}, {"id": "%s", "ownerEmail": "nobody"},
                           {"id": "%s", "ownerEmail": null}]}""".formatted(one, two, two)).post("/v1/clients:assign-owner");
        assertThat(owners.jsonPath().getList("items.outcome")).containsExactly("updated", "rejected", "updated");
        assertThat(client(one).at("/owner/email").asText()).isEqualTo("nao@contoso.example");
    }

    @Test
    void the_trail_says_who_what_before_after_and_why() {
        var id = declare("servicenow", "a1", ", \"location\": \"Osaka\"");
        operator()
                .contentType("application/merge-patch+json")
                .header("If-Match", "\"1\"")
                .body("{\"location\": \"Kyoto\"}")
                .patch("/v1/clients/" + id + "?reason=CHG1")
                .then()
                .statusCode(200);

        var history = operator().get("/v1/clients/%s/history?sort=-at".formatted(id));

        assertThat(history.jsonPath().getList("items.action")).isEqualTo(List.of("updated", "created"));
        assertThatJson(history.asString()).inPath("items[0].actor").isEqualTo("operator@test");
        assertThatJson(history.asString()).inPath("items[0].reason").isEqualTo("CHG1");
        assertThatJson(history.asString())
                .inPath("items[0].changed")
                .isEqualTo("[\"location\", \"personFields\", \"version\"]");
        assertThatJson(history.asString()).inPath("items[0].before.location").isEqualTo("Osaka");
        assertThatJson(history.asString()).inPath("items[0].after.location").isEqualTo("Kyoto");
        assertThatJson(history.asString()).inPath("items[1].before").isEqualTo(null);
        assertThat(Api.as(Tokens.viewer(Api.tenant()))
                        .get("/v1/clients/%s/history".formatted(id))
                        .statusCode())
                .isEqualTo(404);
        assertThat(operator()
                        .get("/v1/tenants/%s/history".formatted(tenant))
                        .jsonPath()
                        .getList("items.action"))
                .containsExactly("created");
    }
}
