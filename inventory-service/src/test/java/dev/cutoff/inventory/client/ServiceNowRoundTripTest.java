package dev.cutoff.inventory.client;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cutoff.inventory.Api;
import dev.cutoff.inventory.InventoryTest;
import dev.cutoff.testing.Tokens;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A configuration management database that pushes its items every night and follows what became of them. */
@InventoryTest
class ServiceNowRoundTripTest {

    private static final int ITEMS = 1000;

    private final UUID tenant = Api.tenant();

    private static String sysId(int i) {
        return "%032x".formatted(i);
    }

    private String item(int i) {
        return """
                {"source": "servicenow", "externalId": "%s", "tenantId": "%s", "kind": "device", "vendor": "Ricoh",
                 "product": "IM C%d", "version": "1.%d", "name": "PRN-%04d", "account": "scan%d@contoso.example",
                 "location": "Floor %d", "department": "Logistics", "criticality": "medium", "tags": ["cmdb"],
                 "ownerEmail": "owner%d@contoso.example",
                 "references": [{"system": "servicenow", "id": "CI%07d", "url": "https://now.contoso.example/ci/%d"}]}""".formatted(sysId(i), tenant, i % 7, i % 3, i, i % 400, i % 12, i % 50, i, i);
    }

    private Response push(String query, UnaryOperator<List<String>> change) {
        var items = change.apply(new java.util.ArrayList<>(
                IntStream.range(0, ITEMS).mapToObj(this::item).toList()));
        return Api.as(Tokens.operator(tenant))
                .body("{\"items\": [" + String.join(",", items) + "]}")
                .post("/v1/clients:upsert?reason=Nightly" + query);
    }

    private Response push(String query) {
        return push(query, UnaryOperator.identity());
    }

    private static Map<String, Long> outcomes(Response answer) {
        return answer.jsonPath().<String>getList("items.outcome").stream()
                .collect(Collectors.groupingBy(outcome -> outcome, Collectors.counting()));
    }

    private List<JsonNode> clients() {
        return Api.all(Tokens.viewer(tenant), "/v1/clients?tenant=" + tenant);
    }

    @Test
    void a_night_with_servicenow() {
        assertThat(outcomes(push("&dryRun=true"))).isEqualTo(Map.of("created", 1000L));
        assertThat(clients()).isEmpty();

        assertThat(outcomes(push("", items -> broken(items)))).isEqualTo(Map.of("created", 997L, "rejected", 3L));
        var atomic = push("&mode=atomic", items -> broken(items));
        assertThat(atomic.statusCode()).isEqualTo(422);
        assertThat(outcomes(atomic)).isEqualTo(Map.of("not-applied", 997L, "rejected", 3L));
        assertThat(atomic.jsonPath()
                        .<List<List<String>>>get("items.findAll { it.problem != null }.problem.errors.pointer"))
                .isEqualTo(List.of(
                        List.of("/items/10/kind"), List.of("/items/500/colour"), List.of("/items/999/ownerEmail")));
        assertThat(clients()).hasSize(997);

        assertThat(outcomes(push(""))).isEqualTo(Map.of("created", 3L, "unchanged", 997L));
        assertThat(outcomes(push(""))).isEqualTo(Map.of("unchanged", 1000L));
        assertThat(outcomes(push("", items -> {
                    items.set(42, items.get(42).replace("Floor 6", "Floor 7"));
                    return items;
                })))
                .isEqualTo(Map.of("unchanged", 999L, "updated", 1L));

        correctOwner();
        var nightly = push("");
        assertThatJson(nightly.asString()).inPath("items[7].outcome").isEqualTo("unchanged");
        assertThatJson(nightly.asString()).inPath("items[7].ignoredFields").isEqualTo("[\"ownerEmail\"]");
        assertThat(client(7).at("/owner/email").asText()).isEqualTo("right@contoso.example");

        assertThat(replayed())
                .isEqualTo(clients().stream().collect(Collectors.toMap(ServiceNowRoundTripTest::id, c -> c)));
    }

    private static List<String> broken(List<String> items) {
        items.set(10, items.get(10).replace("\"device\"", "\"toaster\""));
        items.set(500, items.get(500).replace("\"kind\"", "\"colour\": 1, \"kind\""));
        items.set(999, items.get(999).replace("owner49@contoso.example", "nobody"));
        return items;
    }

    private JsonNode client(int i) {
        return Api.tree(Api.as(Tokens.viewer(tenant))
                .get("/v1/clients/by-external-id/servicenow/%s?tenant=%s".formatted(sysId(i), tenant)));
    }

    private void correctOwner() {
        var client = client(7);
        Api.as(Tokens.operator(tenant))
                .contentType("application/merge-patch+json")
                .header("If-Match", "\"" + client.path("version").asInt() + "\"")
                .body("{\"ownerEmail\": \"right@contoso.example\"}")
                .patch("/v1/clients/{id}?reason=Called", id(client))
                .then()
                .statusCode(200);
        var gone = client(8);
        Api.as(Tokens.operator(tenant))
                .header("If-Match", "*")
                .delete("/v1/clients/{id}", id(gone))
                .then()
                .statusCode(204);
        Api.as(Tokens.operator(tenant))
                .body("{\"from\": \"%s\"}".formatted(id(client(9))))
                .post("/v1/clients/{id}:merge", id(client(7)))
                .then()
                .statusCode(200);
    }

    private static String id(JsonNode client) {
        return client.path("id").asText();
    }

    /** What somebody has who began with nothing and followed the feed. */
    private Map<String, JsonNode> replayed() {
        var copy = new HashMap<String, JsonNode>();
        String after = null;
        while (true) {
            var page = Api.tree(Api.as(Tokens.viewer(tenant))
                    .get("/v1/changes?limit=300" + (after == null ? "" : "&after=" + after)));
            for (var event : page.path("items")) {
                if (event.path("type").asText().equals("cutoff.client.changed.v1")) {
                    var data = event.path("data");
                    if (data.path("deleted").asBoolean()) {
                        copy.remove(id(data));
                    } else {
                        copy.put(id(data), data);
                    }
                }
            }
            if (page.path("items").isEmpty()) {
                return copy;
            }
            after = page.path("next").asText();
        }
    }
}
