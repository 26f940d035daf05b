package dev.cutoff.inventory.tenant;

import static dev.cutoff.inventory.tenant.TenantApi.as;
import static dev.cutoff.inventory.tenant.TenantApi.get;
import static dev.cutoff.inventory.tenant.TenantApi.patch;
import static dev.cutoff.inventory.tenant.TenantApi.tenant;
import static io.restassured.RestAssured.given;
import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.inventory.InventoryTest;
import dev.cutoff.testing.Tokens;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@InventoryTest
class TenantResourceTest {

    @Test
    void the_version_is_the_etag_and_saves_a_second_reading() {
        var id = tenant("Contoso");

        var first = get(Tokens.viewer(id), id);
        var second = as(Tokens.viewer(id))
                .header("If-None-Match", first.header("ETag"))
                .get("/v1/tenants/{id}", id);

        assertThat(first.header("ETag")).isEqualTo("\"1\"");
        assertThat(second.statusCode()).isEqualTo(304);
        assertThat(as(Tokens.everything())
                        .header("If-None-Match", "W/" + first.header("ETag"))
                        .get("/v1/tenants/{id}", id)
                        .statusCode())
                .as("as a proxy that compresses hands it on")
                .isEqualTo(304);
    }

    @Test
    void a_patch_keeps_what_is_absent_and_clears_what_is_null() {
        var id = tenant("Contoso");
        patch(Tokens.operator(id), id, "\"1\"", "{\"locale\": \"ja\", \"fallbackContact\": \"a@contoso.example\"}");

        var answer = patch(Tokens.operator(id), id, "\"2\"", "{\"fallbackContact\": null}");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.header("ETag")).isEqualTo("\"3\"");
        assertThatJson(answer.asString()).inPath("locale").isEqualTo("ja");
        assertThatJson(answer.asString()).inPath("fallbackContact").isEqualTo(null);
    }

    @Test
    void a_patch_that_changes_nothing_leaves_the_version() {
        var id = tenant("Contoso");

        var answer = patch(Tokens.operator(id), id, "\"1\"", "{\"name\": \"Contoso\"}");

        assertThat(answer.header("ETag")).isEqualTo("\"1\"");
    }

    @Test
    void of_two_patches_of_one_version_one_is_stale() {
        var id = tenant("Contoso");
        var token = Tokens.operator(id);

        var statuses = IntStream.range(0, 2)
                .parallel()
                .map(i -> patch(token, id, "\"1\"", "{\"name\": \"Name " + i + "\"}")
                        .statusCode())
                .boxed()
                .toList();

        assertThat(statuses).containsExactlyInAnyOrder(200, 412);
    }

    @Test
    void refusals_come_in_their_order() {
        var id = tenant("Contoso");
        var other = tenant("Fabrikam");

        assertThat(given().get("/v1/tenants/{id}", id).statusCode()).isEqualTo(401);
        assertThat(patch(Tokens.viewer(id), id, null, "[").statusCode()).isEqualTo(403);
        assertThat(patch(Tokens.operator(id), other, null, "[").statusCode()).isEqualTo(400);
        assertThat(patch(Tokens.operator(id), other, null, "{}").statusCode()).isEqualTo(404);
        assertThat(patch(Tokens.operator(id), id, null, "{}").statusCode()).isEqualTo(428);
        assertThat(patch(Tokens.operator(id), id, "\"9\"", "{}").statusCode()).isEqualTo(412);
        assertThat(patch(Tokens.operator(id), id, "\"1\"", "{\"version\": 7}").statusCode())
                .isEqualTo(400);
    }

    @Test
    void what_may_not_be_seen_and_what_does_not_exist_read_the_same() {
        var hidden = tenant("Hidden");
        var absent = UUID.randomUUID();
        var token = Tokens.viewer(tenant("Mine"));

        var foreign = get(token, hidden);
        var missing = get(token, absent);

        assertThat(foreign.statusCode()).isEqualTo(404);
        assertThat(foreign.asString().replace(hidden.toString(), "ID"))
                .isEqualTo(missing.asString().replace(absent.toString(), "ID"));
    }

    @Test
    void without_a_valid_token_the_answer_is_a_problem_with_a_challenge() {
        var parts = Tokens.viewer().split("\\.");
        var forged = parts[0] + "." + parts[1].replaceFirst("^....", "eyJx") + "." + parts[2];
        for (var token : List.of("", "nonsense", forged, parts[0] + "." + parts[1] + ".")) {
            var answer = given().header("Authorization", "Bearer " + token).get("/v1/tenants");

            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
            assertThat(answer.contentType()).isEqualTo("application/problem+json");
        }
    }

    @Test
    void a_token_for_another_audience_is_none() {
        assertThat(given().auth()
                        .oauth2(Tokens.withAudience("other"))
                        .get("/v1/tenants")
                        .statusCode())
                .isEqualTo(401);
    }
}
