package dev.cutoff.inventory;

import static io.restassured.RestAssured.given;
import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.testing.Tokens;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every operation does with a request that is wrong, seen at the operations of tenants. */
@InventoryTest
class BadInputTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            limit=0             | limit  | must be greater than or equal to 1
            limit=501           | limit  | must be less than or equal to 500
            limit=ten           | limit  | must be a whole number
            limit=1&limit=2     | limit  | may be given once only
            cloud=moon          | cloud  | must be one of worldwide, gcc, gcc-high, dod, china
            colour=red          | colour | is not a parameter here; known are cloud, cursor, fields, group, licence, limit, primaryDomain, q, sort, total
            sort=colour         | sort   | must name some of name, createdOn
            q=a%00b             | q      | must not contain the character NUL
            """)
    void a_parameter_is_refused_with_what_is_right(String query, String parameter, String detail) {
        var answer = given().auth()
                .oauth2(Tokens.everything())
                .urlEncodingEnabled(false)
                .get("/v1/tenants?" + query);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThatJson(answer.asString())
                .inPath("errors[0]")
                .isEqualTo("{\"parameter\": \"%s\", \"detail\": \"%s\"}".formatted(parameter, detail));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[",
                "\"text\"",
                "null",
                "",
                "{\"items\": 1}",
                "{}",
                "{\"items\": []}",
                "{\"items\": [], \"x\": 1}"
            })
    void a_body_of_another_shape_is_refused_with_a_place(String body) {
        var answer = upsert(body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThatJson(answer.asString()).inPath("errors[0].pointer").isString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"items\": [}", "{\"items\": [], \"items\": []}", "{\"items\": []} {}", "\u0000"})
    void a_body_that_is_no_json_of_ours_is_malformed(String body) {
        var answer = upsert(body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThatJson(answer.asString()).inPath("type").isEqualTo("urn:cutoff:problem:malformed-body");
        assertThat(answer.asString()).doesNotContain("jackson", "java.", "Exception");
    }

    @Test
    void json_a_million_deep_is_refused_at_once() throws Exception {
        var body = "{\"items\": " + "[".repeat(1_000_000) + "]".repeat(1_000_000) + "}";

        var answer = send(BodyPublishers.ofString(body));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThatJson(answer.body()).inPath("type").isEqualTo("urn:cutoff:problem:malformed-body");
    }

    @Test
    void a_body_that_is_too_long_is_cut_whether_it_says_so_or_not() throws Exception {
        var body = ("{\"items\": [{\"name\": \"" + "x".repeat(900_000) + "\"}"
                        + (", {\"name\": \"" + "x".repeat(900_000) + "\"}").repeat(14) + "]}")
                .getBytes(StandardCharsets.UTF_8);

        for (var publisher : new BodyPublisher[] {
            BodyPublishers.ofByteArray(body), BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))
        }) {
            var answer = send(publisher);

            assertThat(answer.statusCode()).isEqualTo(413);
            assertThatJson(answer.body())
                    .inPath("detail")
                    .isEqualTo("A body may have 10485760 bytes; send it in parts");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /v1/nothing, 404",
        "GET, /v1/tenants/not-a-guid, 400",
        "POST, /v1/tenants, 405",
        "DELETE, /v1/tenants/8bb6f14a-714e-4fdc-89f6-05418818a00b, 405",
    })
    void what_is_not_there_is_a_problem_too(String method, String path, int status) {
        var answer = given().noFilters().auth().oauth2(Tokens.everything()).request(method, path);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
    }

    @ParameterizedTest
    @CsvSource({"clients, kind", "owners, kind", "tenants, cloud"})
    void what_no_resource_can_be_is_refused_before_it_is_looked_for(String kind, String field) {
        var path = "/v1/%s/%s".formatted(kind, UUID.randomUUID());

        assertThat(patch(path, "{\"%s\": \"moon\"}".formatted(field))).isEqualTo(400);
        assertThat(patch(path, "{\"colour\": \"red\"}")).isEqualTo(400);
        assertThat(patch(path, "[]")).isEqualTo(400);
        assertThat(patch(path, "{}")).isEqualTo(404);
    }

    /** Without If-Match: that it lacks is said last. */
    private static int patch(String path, String body) {
        return given().auth()
                .oauth2(Tokens.everything())
                .contentType("application/merge-patch+json; charset=UTF-8")
                .body(body)
                .patch(path)
                .statusCode();
    }

    @ParameterizedTest
    @CsvSource({
        "PUT, /v1/tenants, 'GET, HEAD, OPTIONS'",
        "DELETE, /v1/tenants:upsert, 'OPTIONS, POST'",
        "DELETE, /v1/tenants/8bb6f14a-714e-4fdc-89f6-05418818a00b, 'GET, HEAD, OPTIONS, PATCH'",
        "PATCH, /v1/clients/by-external-id/cmdb/1, 'GET, HEAD, OPTIONS, PUT'",
    })
    void a_method_that_is_not_allowed_is_answered_with_those_that_are(String method, String path, String allowed) {
        var answer = given().noFilters().auth().oauth2(Tokens.everything()).request(method, path);

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.header("Allow")).isEqualTo(allowed);
    }

    @Test
    void other_media_types_are_refused() {
        assertThat(given().auth()
                        .oauth2(Tokens.everything())
                        .contentType("text/plain")
                        .body("x")
                        .post("/v1/tenants:upsert")
                        .statusCode())
                .isEqualTo(415);
        assertThat(given().noFilters()
                        .auth()
                        .oauth2(Tokens.everything())
                        .accept("image/png")
                        .get("/v1/tenants")
                        .statusCode())
                .isEqualTo(406);
    }

    @ParameterizedTest
    @CsvSource({
        "tenants, garbage, 406",
        "tenants, ' ', 200",
        "tenants, application/*, 200",
        "tenants, 'text/csv;q=0.1, application/json;q=0.9;profile=x', 200",
        "changes, text/csv, 406",
        "changes, garbage, 406",
        "changes, ',', 200"
    })
    void what_there_is_no_representation_of_is_not_made_up(String list, String accept, int status) {
        var answer = given().noFilters()
                .auth()
                .oauth2(Tokens.everything())
                .header("Accept", accept)
                .get("/v1/" + list);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.contentType())
                .isIn(status == 200 ? "application/json;charset=UTF-8" : "application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "ä", ""})
    void an_idempotency_key_is_printable(String key) {
        var answer = given().auth()
                .oauth2(Tokens.everything())
                .contentType("application/json")
                .header("Idempotency-Key", key)
                .body("{\"items\": [{\"id\": \"%s\", \"name\": \"A\"}]}".formatted(UUID.randomUUID()))
                .post("/v1/tenants:upsert");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThatJson(answer.asString()).inPath("errors[0].parameter").isEqualTo("Idempotency-Key");
    }

    /** Past RestAssured, which reads and keeps what it sends. */
    private static HttpResponse<String> send(BodyPublisher body) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + "/v1/tenants:upsert"))
                            .header("Authorization", "Bearer " + Tokens.everything())
                            .header("Content-Type", "application/json")
                            .POST(body)
                            .build(),
                    BodyHandlers.ofString());
        }
    }

    private static Response upsert(String body) {
        return given().auth()
                .oauth2(Tokens.everything())
                .contentType("application/json")
                .body(body)
                .post("/v1/tenants:upsert");
    }
}
