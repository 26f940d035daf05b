package dev.cutoff.inventory.client;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.inventory.Api;
import dev.cutoff.inventory.InventoryTest;
import dev.cutoff.testing.Tokens;
import io.restassured.response.Response;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a person has set goes back to whoever set it before, when somebody says so. */
@InventoryTest
class HandBackTest {

    private UUID tenant;
    private String id;

    @BeforeEach
    void makeClientThatAPersonHasCorrected() {
        tenant = Api.tenant();
        id = sync("\"location\": \"Osaka\", \"ownerEmail\": \"a@contoso.example\"")
                .jsonPath()
                .getString("items[0].id");
        Api.as(Tokens.operator(tenant))
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body("{\"location\": \"Kyoto\", \"status\": \"planned\"}")
                .patch("/v1/clients/" + id)
                .then()
                .statusCode(200);
    }

    private Response sync(String fields) {
        return Api.upsertClients(tenant, """
                {"source": "servicenow", "externalId": "a1", "tenantId": "%s", %s}""".formatted(tenant, fields));
    }

    private Response handBack(String query, String fields) {
        return Api.as(Tokens.operator(tenant)).body("""
                        {"items": [{"id": "%s", "fields": %s}]}""".formatted(id, fields)).post("/v1/clients:hand-back?" + query);
    }

    private String client() {
        return Api.as(Tokens.viewer(tenant)).get("/v1/clients/" + id).asString();
    }

    @Test
    void the_nightly_sync_wins_again_and_the_history_says_who_let_it() {
        assertThatJson(sync("\"location\": \"Nara\"").asString())
                .inPath("items[0].ignoredFields")
                .isEqualTo("[\"location\"]");

        assertThatJson(handBack("reason=CHG7", "[\"location\"]").asString())
                .inPath("items[0].outcome")
                .isEqualTo("updated");
        assertThatJson(client()).inPath("location").isEqualTo("Kyoto");
        assertThatJson(client()).inPath("personFields").isEqualTo("[\"status\", \"statusReason\"]");

        var synced = sync("\"location\": \"Nara\"").asString();
        assertThatJson(synced).inPath("items[0].outcome").isEqualTo("updated");
        assertThatJson(synced).inPath("items[0].ignoredFields").isEqualTo("[]");
        assertThatJson(client()).inPath("location").isEqualTo("Nara");
        var trail = Api.as(Tokens.viewer(tenant))
                .get("/v1/clients/%s/history".formatted(id))
                .asString();
        assertThatJson(trail).inPath("items[2].reason").isEqualTo("CHG7");
        assertThatJson(trail).inPath("items[2].changed").isEqualTo("[\"personFields\", \"version\"]");
    }

    @Test
    void the_reason_for_a_status_goes_with_it() {
        handBack("dryRun=false", "[\"status\"]").then().statusCode(200);

        assertThatJson(client()).inPath("personFields").isEqualTo("[\"location\"]");
        sync("\"status\": \"in-progress\"");
        assertThatJson(client()).inPath("status").isEqualTo("in-progress");
        assertThatJson(client()).inPath("statusReason").isEqualTo("Stated by servicenow");
    }

    @Test
    void what_no_person_has_set_is_unchanged_and_a_dry_run_changes_nothing() {
        var before = client();

        assertThatJson(handBack("dryRun=false", "[\"ownerEmail\"]").asString())
                .inPath("items[0].outcome")
                .isEqualTo("unchanged");
        assertThatJson(handBack("dryRun=true", "[\"location\"]").asString())
                .inPath("items[0].outcome")
                .isEqualTo("updated");
        assertThatJson(client()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ["colour"]             | /items/0/fields/0
            ["location", 7]        | /items/0/fields/1
            []                     | /items/0/fields
            "location"             | /items/0/fields
            null                   | /items/0/fields
            ["location"], "x": 1   | /items/0/x""")
    void what_is_no_field_is_rejected_at_its_place(String fields, String pointer) {
        var answer = handBack("mode=atomic", fields);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThatJson(answer.asString())
                .inPath("items[0].problem.errors[0].pointer")
                .isEqualTo(pointer);
    }
}
