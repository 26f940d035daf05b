package dev.cutoff.inventory.tenant;

import static io.restassured.RestAssured.given;
import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;

import dev.cutoff.inventory.InventoryTest;
import dev.cutoff.testing.Tokens;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@InventoryTest
class TenantsResourceTest {

    private final UUID contoso = UUID.randomUUID();

    @Test
    void a_tenant_is_created_then_unchanged_then_updated() {
        var item = """
                {"items": [{"id": "%s", "name": "Contoso", "primaryDomain": "contoso.example", "cloud": "worldwide",
                  "createdOn": "2016-04-11", "timeZone": "Asia/Tokyo", "locale": "ja",
                  "decisionContact": "global-admin@contoso.example", "fallbackContact": "mail-admins@contoso.example"}]}""";

        assertThatJson(upsert(item.formatted(contoso))).isEqualTo("""
                {"items": [{"index": 0, "outcome": "created", "id": "%s", "ignoredFields": []}]}""".formatted(contoso));
        assertThatJson(upsert(item.formatted(contoso)))
                .inPath("items[0].outcome")
                .isEqualTo("unchanged");
        assertThatJson(upsert("{\"items\": [{\"id\": \"%s\", \"createdOn\": null}]}".formatted(contoso)))
                .inPath("items[0].outcome")
                .isEqualTo("updated");

        assertThatJson(get(contoso)).isEqualTo("""
                {"id": "%s", "version": 2, "name": "Contoso", "primaryDomain": "contoso.example", "cloud": "worldwide",
                 "createdOn": null, "timeZone": "Asia/Tokyo", "locale": "ja",
                 "decisionContact": "global-admin@contoso.example", "fallbackContact": "mail-admins@contoso.example"}""".formatted(contoso));
    }

    private String upsert(String body) {
        return given().auth()
                .oauth2(Tokens.operator(contoso))
                .contentType("application/json")
                .body(body)
                .post("/v1/tenants:upsert")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private String get(UUID id) {
        return given().auth()
                .oauth2(Tokens.viewer(contoso))
                .get("/v1/tenants/" + id)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}
