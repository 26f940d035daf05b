package dev.cutoff.inventory.tenant;

import static dev.cutoff.inventory.tenant.TenantApi.as;
import static dev.cutoff.inventory.tenant.TenantApi.get;
import static dev.cutoff.inventory.tenant.TenantApi.tenant;
import static dev.cutoff.inventory.tenant.TenantApi.upsert;
import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.cutoff.inventory.Api;
import dev.cutoff.inventory.InventoryTest;
import dev.cutoff.testing.Tokens;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@InventoryTest
class TenantsResourceTest {

    private final UUID contoso = UUID.randomUUID();
    private final UUID fabrikam = UUID.randomUUID();

    @Test
    void a_tenant_is_created_then_unchanged_then_updated() {
        var item = """
                {"id": "%s", "name": "Contoso", "primaryDomain": "contoso.example", "cloud": "worldwide",
                 "createdOn": "2016-04-11", "timeZone": "Asia/Tokyo", "locale": "ja",
                 "decisionContact": "global-admin@contoso.example", "fallbackContact": "mail-admins@contoso.example"}""".formatted(contoso);
        var operator = Tokens.operator(contoso);

        assertThatJson(upsert(operator, item).asString())
                .isEqualTo(
                        "{\"items\": [{\"index\": 0, \"outcome\": \"created\", \"id\": \"%s\", \"ignoredFields\": []}]}"
                                .formatted(contoso));
        assertThat(outcomes(operator, item)).containsExactly("unchanged");
        assertThat(outcomes(operator, "{\"id\": \"%s\", \"createdOn\": null}".formatted(contoso)))
                .containsExactly("updated");

        assertThatJson(get(Tokens.viewer(contoso), contoso).asString()).isEqualTo("""
                {"id": "%s", "version": 2, "name": "Contoso", "primaryDomain": "contoso.example", "cloud": "worldwide",
                 "createdOn": null, "timeZone": "Asia/Tokyo", "locale": "ja",
                 "decisionContact": "global-admin@contoso.example", "fallbackContact": "mail-admins@contoso.example",
                 "groups": [], "licences": null}""".formatted(contoso));
    }

    @Test
    void a_broken_item_is_rejected_with_its_place_and_the_others_go_in() {
        var items = """
                {"id": "%s", "name": "Contoso"}, {"id": "%s", "name": "Fabrikam", "cloud": "moon"}, {"name": "No id"}""".formatted(contoso, fabrikam);

        var answer = upsert(Tokens.everything(), items);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThatJson(answer.asString())
                .inPath("items[*].outcome")
                .isEqualTo("[\"created\", \"rejected\", \"rejected\"]");
        assertThatJson(answer.asString()).inPath("items[1].problem.errors").isEqualTo("""
                [{"pointer": "/items/1/cloud", "detail": "must be one of worldwide, gcc, gcc-high, dod, china"}]""");
        assertThatJson(answer.asString())
                .inPath("items[2].problem.errors[0].pointer")
                .isEqualTo("/items/2/id");
        assertThat(get(Tokens.everything(), contoso).statusCode()).isEqualTo(200);
    }

    @Test
    void an_atomic_request_with_a_broken_item_changes_nothing() {
        var items = "{\"id\": \"%s\", \"name\": \"Contoso\"}, {\"id\": \"%s\"}".formatted(contoso, fabrikam);

        var answer =
                as(Tokens.everything()).body("{\"items\": [" + items + "]}").post("/v1/tenants:upsert?mode=atomic");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThatJson(answer.asString()).inPath("items[*].outcome").isEqualTo("[\"not-applied\", \"rejected\"]");
        assertThat(get(Tokens.everything(), contoso).statusCode()).isEqualTo(404);
    }

    @Test
    void a_dry_run_says_what_would_be_and_does_nothing() {
        var body = "{\"items\": [{\"id\": \"%s\", \"name\": \"Contoso\"}]}".formatted(contoso);

        var answer = as(Tokens.everything()).body(body).post("/v1/tenants:upsert?dryRun=true");

        assertThatJson(answer.asString()).inPath("items[0].outcome").isEqualTo("created");
        assertThat(get(Tokens.everything(), contoso).statusCode()).isEqualTo(404);
    }

    @Test
    void a_tenant_that_the_token_may_not_see_is_rejected_like_one_that_does_not_exist() {
        var answer = upsert(Tokens.operator(contoso), "{\"id\": \"%s\", \"name\": \"Fabrikam\"}".formatted(fabrikam));

        assertThatJson(answer.asString()).inPath("items[0].problem.status").isEqualTo(404);
        assertThat(get(Tokens.everything(), fabrikam).statusCode()).isEqualTo(404);
    }

    @Test
    void more_than_a_thousand_items_are_refused_with_the_limit() {
        var items = IntStream.rangeClosed(0, 1000)
                .mapToObj(i -> "{\"id\": \"" + UUID.randomUUID() + "\"}")
                .collect(Collectors.joining(","));

        var answer = upsert(Tokens.everything(), items);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThatJson(answer.asString()).inPath("errors[0]").isEqualTo("""
                {"pointer": "/items", "detail": "size must be between 0 and 1000"}""");
    }

    @Test
    void the_same_key_gets_the_same_answer_and_another_body_is_refused() {
        var key = UUID.randomUUID().toString();
        var body = "{\"items\": [{\"id\": \"%s\", \"name\": \"Contoso\"}]}".formatted(contoso);

        var first = as(Tokens.everything())
                .header("Idempotency-Key", key)
                .body(body)
                .post("/v1/tenants:upsert");
        var again = as(Tokens.everything())
                .header("Idempotency-Key", key)
                .body(body)
                .post("/v1/tenants:upsert");
        var other = as(Tokens.everything())
                .header("Idempotency-Key", key)
                .body(body.replace("Contoso", "Other"))
                .post("/v1/tenants:upsert");

        assertThatJson(first.asString()).inPath("items[0].outcome").isEqualTo("created");
        assertThatJson(again.asString()).isEqualTo(first.asString());
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(other.statusCode()).isEqualTo(422);
        assertThatJson(other.asString()).inPath("type").isEqualTo("urn:cutoff:problem:idempotency-key-reused");
    }

    @Test
    void sixteen_requests_with_one_key_at_once_do_the_work_once() {
        var key = UUID.randomUUID().toString();
        var token = Tokens.everything();
        var body = "{\"items\": [{\"id\": \"%s\", \"name\": \"Contoso\"}]}".formatted(contoso);

        var answers = IntStream.range(0, 16)
                .parallel()
                .mapToObj(i -> as(token)
                        .header("Idempotency-Key", key)
                        .body(body)
                        .post("/v1/tenants:upsert")
                        .asString())
                .collect(Collectors.toSet());

        assertThat(answers).singleElement().asString().contains("created");
    }

    @Test
    void a_list_shows_the_tenants_of_the_token_and_no_others() {
        var mine = tenant("Mine");
        tenant("Theirs");

        var answer = as(Tokens.viewer(mine)).get("/v1/tenants");

        assertThatJson(answer.asString()).inPath("items[*].id").isEqualTo("[\"" + mine + "\"]");
        assertThatJson(answer.asString()).inPath("next").isEqualTo(null);
    }

    @Test
    void pages_follow_each_other_without_gap_or_repetition_while_others_write() {
        var ids = Stream.generate(() -> tenant("Paged")).limit(7).toArray(UUID[]::new);
        var token = Tokens.viewer(ids);

        var seen = new ArrayList<String>();
        var address = "/v1/tenants?limit=2&sort=-name";
        while (address != null) {
            var page = as(token).get(address);
            seen.addAll(page.jsonPath().getList("items.id"));
            tenant("Another");
            var link = page.header("Link");
            address = link == null ? null : link.substring(1, link.indexOf('>'));
            assertThat(link == null).isEqualTo(page.jsonPath().get("next") == null);
        }

        assertThat(seen)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(ids).map(UUID::toString).toList());
    }

    @Test
    void a_cursor_is_bound_to_its_filters_and_order() {
        tenant("One");
        tenant("Two");
        var next = as(Tokens.everything()).get("/v1/tenants?limit=1").jsonPath().getString("next");

        assertThat(as(Tokens.everything())
                        .get("/v1/tenants?limit=1&cursor=" + next)
                        .statusCode())
                .isEqualTo(200);
        assertThat(as(Tokens.everything())
                        .get("/v1/tenants?limit=1&sort=name&cursor=" + next)
                        .statusCode())
                .isEqualTo(400);
        assertThat(as(Tokens.everything())
                        .get("/v1/tenants?limit=1&cloud=gcc&cursor=" + next)
                        .statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"x\"", "\"\\u0000\"", "null", "\"'; drop table tenant\"", "7", "[]"})
    void a_cursor_made_by_hand_is_refused(String key) {
        tenant("One");
        tenant("Two");
        for (var sort : List.of("", "&sort=createdOn")) {
            var page = as(Tokens.everything()).get("/v1/tenants?limit=1" + sort);
            var forged = Api.tree(
                    new String(Base64.getUrlDecoder().decode(page.jsonPath().getString("next"))));
            var keys = (ArrayNode) forged;
            keys.set(1, Api.tree(key));
            var cursor = Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(keys.toString().getBytes());

            var answer = as(Tokens.everything()).get("/v1/tenants?limit=1" + sort + "&cursor=" + cursor);
            assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(400);
            assertThat(answer.jsonPath().getString("type")).isEqualTo("urn:cutoff:problem:invalid-cursor");
        }
    }

    @Test
    void the_list_as_csv_is_whole_and_holds_no_formula() {
        var ids = List.of(tenant("=cmd|' /C calc'!A0"), tenant("Plain, with \\\"quotes\\\""), tenant("-1"))
                .toArray(UUID[]::new);

        var csv = as(Tokens.viewer(ids))
                .accept("text/csv")
                .get("/v1/tenants?limit=1&sort=name")
                .asString();

        assertThat(csv.lines().findFirst())
                .contains(
                        "id,version,name,primaryDomain,cloud,createdOn,timeZone,locale,decisionContact,fallbackContact,groups,licences");
        assertThat(csv.lines().skip(1)).hasSize(3);
        assertThat(csv).contains("'=cmd|' /C calc'!A0", "\"Plain, with \"\"quotes\"\"\"", ",'-1,");
    }

    @Test
    void tenants_are_found_by_group_and_licence_and_no_licence_is_not_unknown() {
        var wave = "wave-" + UUID.randomUUID();
        var id = tenant("Wave");
        var operator = Tokens.operator(id);

        assertThat(outcomes(operator, "{\"id\": \"%s\", \"groups\": [\"%s\"], \"licences\": []}".formatted(id, wave)))
                .containsExactly("updated");
        assertThatJson(get(operator, id).asString()).inPath("licences").isEqualTo("[]");
        assertThat(outcomes(operator, "{\"id\": \"%s\", \"licences\": [\"E3\", \"E1\", \"E3\"]}".formatted(id)))
                .containsExactly("updated");

        for (var filter : List.of("group=" + wave, "licence=E3&group=" + wave)) {
            assertThatJson(as(operator).get("/v1/tenants?" + filter).asString())
                    .inPath("items[*].id")
                    .isEqualTo("[\"" + id + "\"]");
        }
        assertThatJson(as(operator)
                        .get("/v1/tenants?fields=licences,id&total=true&group=" + wave)
                        .asString())
                .isEqualTo("""
                        {"items": [{"licences": ["E1", "E3"], "id": "%s"}], "next": null,
                         "total": {"count": 1, "precision": "exact"}}""".formatted(id));
    }

    @Test
    void tenants_are_found_by_part_of_their_name_whatever_its_case_accents_and_width() {
        var id = tenant("Café Ｔｏｋｙｏ " + UUID.randomUUID());

        var found = as(Tokens.viewer(id)).queryParam("q", "cafe tokyo").get("/v1/tenants");

        assertThatJson(found.asString()).inPath("items[*].id").isEqualTo("[\"" + id + "\"]");
    }

    private static List<String> outcomes(String token, String items) {
        return upsert(token, items).jsonPath().getList("items.outcome");
    }
}
