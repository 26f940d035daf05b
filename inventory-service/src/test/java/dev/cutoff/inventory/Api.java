package dev.cutoff.inventory;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cutoff.testing.Tokens;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;

/** The API in the words of a test. */
public final class Api {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Api() {}

    public static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType("application/json");
    }

    /** A tenant that exists. */
    public static UUID tenant() {
        return tenant(UUID.randomUUID());
    }

    public static UUID tenant(UUID id) {
        as(Tokens.everything())
                .body("{\"items\": [{\"id\": \"%s\", \"name\": \"Contoso\"}]}".formatted(id))
                .post("/v1/tenants:upsert")
                .then()
                .statusCode(200);
        return id;
    }

    /** Sends a body as curl does, and does not wait. */
    public static Response send(UUID tenant, byte[] body) {
        return given().auth()
                .oauth2(Tokens.operator(tenant))
                .contentType("application/octet-stream")
                .body(body)
                .post("/v1/imports?tenant=" + tenant);
    }

    /** Sends a body with more parameters, such as {@code dryRun=true}, and waits until the import is done. */
    public static JsonNode imported(UUID tenant, String parameters, byte[] body) {
        var answer = given().auth()
                .oauth2(Tokens.operator(tenant))
                .contentType("application/octet-stream")
                .body(body)
                .post("/v1/imports?tenant=" + tenant + "&" + parameters);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(202);
        return finished(tenant, answer.jsonPath().getUUID("id"));
    }

    /** Sends a body with a client that leaves the media type as it is; answers the status. */
    public static int send(UUID tenant, String mediaType, byte[] body) {
        var request = HttpRequest.newBuilder(URI.create(address() + "/v1/imports?tenant=" + tenant))
                .header("Authorization", "Bearer " + Tokens.operator(tenant))
                .header("Content-Type", mediaType)
                .expectContinue(true)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        try (var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Where the service listens: {@code http://localhost:NNNN}. */
    public static String address() {
        return RestAssured.baseURI + ":" + RestAssured.port;
    }

    /** Sends a body and waits until the import is done. */
    public static JsonNode imported(UUID tenant, byte[] body) {
        var answer = send(tenant, body);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(202);
        return finished(tenant, answer.jsonPath().getUUID("id"));
    }

    public static JsonNode imported(UUID tenant, String body) {
        return imported(tenant, body.getBytes(StandardCharsets.UTF_8));
    }

    /** The first answer and the last are held against the contract, which takes longer than the looks in between. */
    public static JsonNode finished(UUID tenant, UUID id) {
        var token = Tokens.viewer(tenant);
        if (isRunning(tree(as(token).get("/v1/imports/{id}", id)))) {
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> !isRunning(tree(as(token).noFilters().get("/v1/imports/{id}", id))));
        }
        return tree(as(token).get("/v1/imports/{id}", id));
    }

    private static boolean isRunning(JsonNode job) {
        return job.path("status").asText().equals("running");
    }

    /** Makes many clients past the API, with nothing but a name, and counts them as the database's own housekeeping would in time. */
    public static void bulk(UUID tenant, int count) {
        Database.execute("""
                insert into client (tenant_id, id, version, kind, name, status)
                select '%s', gen_random_uuid(), 1, 'device', 'Device ' || n, 'discovered' from generate_series(1, %d) as n;
                analyze client""".formatted(tenant, count));
    }

    public static Response upsertClients(UUID tenant, String items) {
        return as(Tokens.operator(tenant)).body("{\"items\": [" + items + "]}").post("/v1/clients:upsert");
    }

    /** All items of a list, page by page; the first few are held against the contract, which takes longer than to read the rest. */
    public static List<JsonNode> all(String token, String address) {
        var separator = address.contains("?") ? "&" : "?";
        var page = tree(as(token).get(address + separator + "limit=20"));
        var items = new ArrayList<JsonNode>();
        while (true) {
            assertThat(page.path("items").isArray()).as(page.toString()).isTrue();
            page.path("items").forEach(items::add);
            if (page.path("next").isNull()) {
                return items;
            }
            page = tree(as(token)
                    .noFilters()
                    .get(address + separator + "limit=500&cursor="
                            + page.path("next").asText()));
        }
    }

    public static JsonNode tree(Response response) {
        return tree(response.asString());
    }

    public static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
