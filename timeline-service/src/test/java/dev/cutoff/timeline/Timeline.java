package dev.cutoff.timeline;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cutoff.testing.Tokens;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;

/** Calls the service as somebody who may do everything, unless a test says otherwise. */
public final class Timeline {

    public static final String PROGRAMME = "exchange-online-basic-auth";

    private static final ObjectMapper JSON = new ObjectMapper();

    private Timeline() {}

    public static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType("application/json");
    }

    /** It is that moment now, for everybody. */
    public static void now(String instant) {
        given().contentType("application/json")
                .body("{\"now\": \"%s\"}".formatted(instant))
                .put("/local/clock")
                .then()
                .statusCode(200);
    }

    public static Response get(String path) {
        return as(Tokens.everything()).get(path);
    }

    /** One more of many alike, the first of which was held against the contract: for a long page that takes longer than to make it. */
    public static Response another(String path) {
        return as(Tokens.everything()).noFilters().get(path);
    }

    /** The line of one protocol in the outlook of a tenant. */
    public static String line(UUID tenant, String protocol, String query) {
        var answer = get("/v1/tenants/" + tenant + "/outlook?protocol=" + protocol + query);
        assertThat(answer.statusCode()).isEqualTo(200);
        return json(answer).at("/protocols/0").toString();
    }

    public static JsonNode json(Response answer) {
        try {
            return JSON.readTree(answer.asString());
        } catch (JsonProcessingException e) {
            throw new AssertionError(answer.asString(), e);
        }
    }

    /** Asks for an exemption; {@code more} are further fields of the body. */
    public static Response exempt(UUID tenant, String kind, String protocols, String more) {
        return as(Tokens.operator(tenant))
                .body("""
                        {"programme": "%s", "kind": "%s", "protocols": [%s]%s}""".formatted(PROGRAMME, kind, quoted(protocols), more))
                .post("/v1/tenants/" + tenant + "/exemptions");
    }

    public static Response exempt(UUID tenant, String kind, String protocols) {
        return exempt(tenant, kind, protocols, "");
    }

    /** Tells of a vendor notice; {@code more} are further fields of the body. */
    public static Response vendorSays(UUID tenant, String kind, String message, String more) {
        return as(Tokens.operator(tenant))
                .body("""
                        {"programme": "%s", "kind": "%s", "message": "%s"%s}""".formatted(PROGRAMME, kind, message, more))
                .post("/v1/tenants/" + tenant + "/vendor-notices");
    }

    private static String quoted(String protocols) {
        return "\"" + protocols.replace(",", "\", \"") + "\"";
    }
}
