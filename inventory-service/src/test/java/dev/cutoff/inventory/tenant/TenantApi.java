package dev.cutoff.inventory.tenant;

import static io.restassured.RestAssured.given;

import dev.cutoff.testing.Tokens;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;

/** The API of tenants in the words of a test. */
final class TenantApi {

    private TenantApi() {}

    static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType("application/json");
    }

    static Response upsert(String token, String items) {
        return as(token).body("{\"items\": [" + items + "]}").post("/v1/tenants:upsert");
    }

    static Response get(String token, UUID id) {
        return as(token).get("/v1/tenants/{id}", id);
    }

    /** A tenant that exists, with a name of its own. */
    static UUID tenant(String name) {
        var id = UUID.randomUUID();
        upsert(Tokens.everything(), "{\"id\": \"%s\", \"name\": \"%s\"}".formatted(id, name))
                .then()
                .statusCode(200);
        return id;
    }

    static Response patch(String token, UUID id, String ifMatch, String body) {
        var request = as(token).contentType("application/merge-patch+json").body(body);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch)).patch("/v1/tenants/{id}", id);
    }
}
