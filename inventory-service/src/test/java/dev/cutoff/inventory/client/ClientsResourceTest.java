package dev.cutoff.inventory.client;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cutoff.inventory.Api;
import dev.cutoff.inventory.Database;
import dev.cutoff.inventory.InventoryTest;
import dev.cutoff.testing.Tokens;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@InventoryTest
class ClientsResourceTest {

    private UUID tenant;

    @BeforeEach
    void makeTenant() {
        tenant = Api.tenant();
    }

    private String item(String externalId, String more) {
        return """
                {"source": "servicenow", "externalId": "%s", "tenantId": "%s", "kind": "device", "vendor": "Ricoh",
                 "product": "IM C3000", "productVersion": "1.5", "name": "Ricoh floor 2", "account": "Scanner2@contoso.example",
                 "ownerEmail": "Nao.Endo@contoso.example", "location": "Osaka 2F", "criticality": "medium"%s}""".formatted(externalId, tenant, more.isEmpty() ? "" : ", " + more);
    }

    private Response upsert(String... items) {
        return Api.upsertClients(tenant, String.join(",", items));
    }

    private List<String> outcomes(String... items) {
        return upsert(items).jsonPath().getList("items.outcome");
    }

    private List<JsonNode> clients(String filter) {
        return Api.all(Tokens.viewer(tenant), "/v1/clients?tenant=" + tenant + filter);
    }

    @Test
    void a_client_is_created_then_unchanged_then_updated() {
        var created = upsert(item("a1", ""));
        var id = created.jsonPath().getString("items[0].id");

        assertThatJson(created.asString()).isEqualTo("""
                {"items": [{"index": 0, "outcome": "created", "id": "%s", "source": "servicenow", "externalId": "a1",
                            "ignoredFields": []}]}""".formatted(id));
        assertThat(outcomes(item("a1", ""))).containsExactly("unchanged");
        assertThat(outcomes("""
                {"source": "servicenow", "externalId": "a1", "tenantId": "%s", "location": null, "tags": ["x"]}""".formatted(tenant))).containsExactly("updated");

        var answer = Api.as(Tokens.viewer(tenant)).get("/v1/clients/{id}", id);
        assertThat(answer.header("ETag")).isEqualTo("\"2\"");
        assertThatJson(answer.asString()).isEqualTo("""
                {"id": "%s", "version": 2, "tenantId": "%s", "kind": "device", "vendor": "Ricoh", "product": "IM C3000",
                 "productVersion": "1.5", "operatingSystem": null, "name": "Ricoh floor 2", "account": "scanner2@contoso.example",
                 "accounts": ["scanner2@contoso.example"], "location": null, "criticality": "medium", "tags": ["x"],
                 "notes": null, "references": [], "department": null, "status": "owner-assigned",
                 "statusReason": null, "migration": "unknown", "migrationReason": "no-evidence", "plannedFor": null,
                 "personFields": [],
                 "owner": {"id": "${json-unit.any-string}", "name": null, "email": "nao.endo@contoso.example", "locale": null},
                 "ownerReason": "client", "accountOwnerEmail": null, "shared": false, "externalIds": [{"source": "servicenow", "id": "a1"}]}""".formatted(id, tenant));
    }

    @Test
    void a_dry_run_says_what_would_be_and_does_nothing() {
        var body = "{\"items\": [" + item("a1", "") + "]}";

        var dry = Api.as(Tokens.operator(tenant)).body(body).post("/v1/clients:upsert?dryRun=true");

        assertThatJson(dry.asString()).inPath("items[0].outcome").isEqualTo("created");
        assertThat(clients("")).isEmpty();
        assertThat(Api.all(Tokens.viewer(tenant), "/v1/owners?tenant=" + tenant))
                .isEmpty();
        var real = Api.as(Tokens.operator(tenant)).body(body).post("/v1/clients:upsert");
        assertThat(real.asString()).isEqualTo(dry.asString());
    }

    @Test
    void a_broken_item_is_rejected_with_its_place_and_its_key_and_the_others_go_in() {
        var other = Api.tenant();
        var answer = upsert(
                item("a1", ""),
                item("a2", "").replace("\"device\"", "\"toaster\""),
                item("a3", "\"colour\": \"red\""),
                item("a4", "").replace(tenant.toString(), other.toString()),
                item("a5", "").replace("Nao.Endo@contoso.example", "nobody"),
                "{\"source\": \"servicenow\", \"tenantId\": \"" + tenant + "\"}",
                "7",
                item("a8", "\"accounts\": [\"a@contoso.example\"]"));

        assertThat(answer.jsonPath().getList("items.outcome"))
                .containsExactly(
                        "created", "rejected", "rejected", "rejected", "rejected", "rejected", "rejected", "rejected");
        assertThatJson(answer.asString()).inPath("items[1].externalId").isEqualTo("a2");
        assertThatJson(answer.asString())
                .inPath("items[1].problem.errors[0].pointer")
                .isEqualTo("/items/1/kind");
        assertThatJson(answer.asString())
                .inPath("items[2].problem.errors[0].pointer")
                .isEqualTo("/items/2/colour");
        assertThatJson(answer.asString()).inPath("items[3].problem.status").isEqualTo(404);
        assertThatJson(answer.asString())
                .inPath("items[4].problem.errors[0].pointer")
                .isEqualTo("/items/4/ownerEmail");
        assertThatJson(answer.asString())
                .inPath("items[5].problem.errors[0].pointer")
                .isEqualTo("/items/5/externalId");
        assertThatJson(answer.asString())
                .inPath("items[6].problem.errors[0].pointer")
                .isEqualTo("/items/6");
        assertThatJson(answer.asString())
                .inPath("items[7].problem.errors[0].pointer")
                .isEqualTo("/items/7/account");
        assertThat(clients("")).hasSize(1);
    }

    @Test
    void an_atomic_request_with_a_broken_item_changes_nothing() {
        var answer = Api.as(Tokens.operator(tenant))
                .body("{\"items\": [" + item("a1", "") + ", " + item("a2", "\"colour\": 1") + "]}")
                .post("/v1/clients:upsert?mode=atomic");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.jsonPath().getList("items.outcome")).containsExactly("not-applied", "rejected");
        assertThat(clients("")).isEmpty();
    }

    @Test
    void the_same_client_twice_in_one_request_is_one_client() {
        assertThat(outcomes(item("a1", ""), item("a1", "\"notes\": \"n\""), item("a1", "")))
                .containsExactly("created", "updated", "unchanged");
        assertThat(clients("")).hasSize(1);
    }

    @Test
    void clients_of_several_tenants_go_in_one_request() {
        var other = Api.tenant();
        var answer = Api.as(Tokens.operator(tenant, other))
                .body("{\"items\": [" + item("a1", "") + ", "
                        + item("a1", "").replace(tenant.toString(), other.toString()) + "]}")
                .post("/v1/clients:upsert");

        assertThat(answer.jsonPath().getList("items.outcome")).containsExactly("created", "created");
        assertThat(clients("")).hasSize(1);
        assertThat(Api.all(Tokens.viewer(other), "/v1/clients")).hasSize(1);
    }

    @Test
    void who_shares_an_account_is_told_so_and_each_keeps_its_own_owner() {
        upsert(item("a1", ""), item("a2", "").replace("Nao.Endo", "Sara.Novak"));
        upsert(item("a3", "").replace("Scanner2", "scanner3"));

        assertThat(clients("&shared=true"))
                .extracting(
                        client -> client.path("externalIds").path(0).path("id").asText())
                .containsExactlyInAnyOrder("a1", "a2");
        assertThat(clients("&account=scanner2@contoso.example"))
                .extracting(client -> client.path("owner").path("email").asText())
                .containsExactlyInAnyOrder("nao.endo@contoso.example", "sara.novak@contoso.example");

        outcomes(item("a2", "").replace("Scanner2", "scanner3"));

        assertThat(clients("&shared=true"))
                .extracting(
                        client -> client.path("externalIds").path(0).path("id").asText())
                .containsExactlyInAnyOrder("a2", "a3");
        assertThat(clients("&externalId=a1").getFirst().path("version").asInt())
                .as("no longer shared")
                .isEqualTo(2);
    }

    @Test
    void a_phone_and_a_desktop_of_one_account_do_not_share_it() {
        upsert(
                item("a1", "").replace("\"device\"", "\"desktop-app\""),
                item("a2", "").replace("\"device\"", "\"mobile-app\""));

        assertThat(clients("&shared=true")).isEmpty();
    }

    @Test
    void what_a_person_has_set_a_source_does_not_overwrite() {
        var id = upsert(item("a1", "")).jsonPath().getString("items[0].id");
        patch(id, "\"1\"", "{\"ownerEmail\": \"right@contoso.example\", \"location\": \"Kyoto\"}")
                .then()
                .statusCode(200);

        var answer = upsert(item("a1", "\"notes\": \"synced\""));

        assertThatJson(answer.asString()).inPath("items[0].outcome").isEqualTo("updated");
        assertThatJson(answer.asString()).inPath("items[0].ignoredFields").isEqualTo("[\"location\", \"ownerEmail\"]");
        var client = clients("").getFirst();
        assertThat(client.path("owner").path("email").asText()).isEqualTo("right@contoso.example");
        assertThat(client.path("location").asText()).isEqualTo("Kyoto");
        assertThat(client.path("notes").asText()).isEqualTo("synced");
        assertThatJson(upsert(item("a1", "").replace("Osaka 2F", "Kyoto")).asString())
                .inPath("items[0].ignoredFields")
                .isEqualTo("[\"ownerEmail\"]");
    }

    private Response patch(String id, String ifMatch, String body) {
        var request = Api.as(Tokens.operator(tenant))
                .contentType("application/merge-patch+json")
                .body(body);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch))
                .patch("/v1/clients/{id}?reason=CHG1", id);
    }

    @Test
    void a_patch_is_refused_in_the_order_of_refusals() {
        var id = upsert(item("a1", "")).jsonPath().getString("items[0].id");
        var stranger = Api.as(Tokens.operator(Api.tenant()))
                .contentType("application/merge-patch+json")
                .body("{}");

        assertThat(stranger.patch("/v1/clients/{id}", id).statusCode()).isEqualTo(404);
        assertThat(patch(id, null, "{}").statusCode()).isEqualTo(428);
        assertThat(patch(id, "\"9\"", "{}").statusCode()).isEqualTo(412);
        assertThat(patch(id, "\"1\"", "{\"version\": 4}").statusCode()).isEqualTo(400);
        assertThat(patch(id, "\"1\"", "{\"kind\": \"toaster\"}").statusCode()).isEqualTo(400);
        assertThat(patch(id, "\"1\"", "[]").statusCode()).isEqualTo(400);
        assertThat(patch(id, "\"1\"", "{\"status\": \"retired\"}").header("ETag"))
                .isEqualTo("\"2\"");
        assertThat(patch(id, "\"2\"", "{\"status\": \"retired\"}").header("ETag"))
                .isEqualTo("\"2\"");
        assertThat(patch(id, "\"2\"", "{\"status\": null}").jsonPath().getString("status"))
                .isEqualTo("owner-assigned");
    }

    @Test
    void clients_are_found_by_what_is_known_of_them() {
        upsert(
                item("a1", "\"tags\": [\"warehouse\"]"),
                item("b1", "").replace("servicenow", "glpi").replace("Ricoh floor 2", "Café プリンタ"));
        outcomes(item("c1", "")
                .replace("\"ownerEmail\": \"Nao.Endo@contoso.example\",", "")
                .replace("\"device\"", "\"script\""));
        var owner =
                clients("&externalId=a1").getFirst().path("owner").path("id").asText();

        assertThat(clients("&owner=none")).hasSize(1);
        assertThat(clients("&owner=" + owner)).hasSize(2);
        assertThat(clients("&owner=NAO.ENDO@contoso.example")).hasSize(2);
        assertThat(clients("&kind=script")).hasSize(1);
        assertThat(clients("&status=discovered")).hasSize(1);
        assertThat(clients("&source=glpi")).hasSize(1);
        assertThat(clients("&source=glpi&externalId=a1")).isEmpty();
        assertThat(clients("&q=CAFE")).hasSize(1);
        assertThat(clients("&q=ﾌﾟﾘﾝﾀ")).hasSize(1);
        assertThat(clients("&q=warehouse")).hasSize(1);
        assertThat(clients("&protocol=imap")).isEmpty();
        assertThat(Api.as(Tokens.viewer(tenant)).get("/v1/clients?q=x").statusCode())
                .isEqualTo(400);
        assertThat(Api.as(Tokens.viewer(tenant)).get("/v1/clients?owner=nobody").statusCode())
                .isEqualTo(400);
        assertThat(Api.as(Tokens.viewer(tenant)).get("/v1/clients?sort=notes").statusCode())
                .isEqualTo(400);
        assertThat(Api.as(Tokens.viewer(tenant))
                        .get("/v1/clients?tenant=" + UUID.randomUUID())
                        .statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "Łódź 2, LODZ",
        "Straße 7, strasse",
        "Søren's Æble, soren's aeble",
        "Þórður, thordur",
        "Kadıköy, KADIKÖY",
        "ΟΔΟΣ ΣΟΦΙΑΣ, οδος σοφιας",
        "οδός, ΟΔΟΣ",
    })
    void a_client_is_found_by_who_has_no_key_for_its_letters(String name, String asked) {
        upsert(item("a1", "").replace("Ricoh floor 2", name), item("b1", ""));

        assertThat(clients("&q=" + asked)).hasSize(1);
    }

    @Test
    void every_client_that_was_there_all_along_is_seen_once_while_others_come_and_change() {
        var all = IntStream.range(0, 300).mapToObj(i -> item("p" + i, "")).collect(Collectors.joining(","));
        Api.upsertClients(tenant, all).then().statusCode(200);

        for (var sort : List.of("", "&sort=name", "&sort=-product,name")) {
            var seen = new ArrayList<String>();
            var address = "/v1/clients?limit=20&tenant=" + tenant + sort;
            for (var turn = 0; address != null; turn++) {
                var page =
                        Api.as(Tokens.viewer(tenant)).urlEncodingEnabled(false).get(address);
                assertThat(page.statusCode()).as(page.asString()).isEqualTo(200);
                Api.tree(page)
                        .path("items")
                        .forEach(client ->
                                seen.add(client.at("/externalIds/0/id").asText()));
                upsert(item("new" + turn + sort, ""), item("p" + turn, "\"notes\": \"changed " + turn + sort + "\""));
                var link = page.header("Link");
                address = link == null ? null : link.substring(1, link.indexOf('>'));
            }
            assertThat(seen.stream().filter(id -> id.startsWith("p")))
                    .containsExactlyInAnyOrderElementsOf(
                            IntStream.range(0, 300).mapToObj(i -> "p" + i).toList());
        }
    }

    @Test
    void the_export_is_whole_and_holds_no_formula() {
        upsert(
                item("=1+1", "").replace("Ricoh floor 2", "=cmd|' /C calc'!A0"),
                item("@x", "").replace("Osaka 2F", "-2+3"));

        var csv = Api.as(Tokens.viewer(tenant))
                .accept("text/csv")
                .get("/v1/clients?limit=1&tenant=" + tenant)
                .asString();

        assertThat(csv.lines()).hasSize(3);
        assertThat(csv.lines().findFirst().orElseThrow()).contains("owner.email", "externalIds", "accounts");
        assertThat(csv).contains("'=cmd|' /C calc'!A0", "'-2+3").doesNotContain(",=", ",-2", ",@");
    }

    @Test
    void the_same_key_gets_the_same_answer() {
        var key = UUID.randomUUID().toString();
        var body = "{\"items\": [" + item("a1", "") + "]}";

        var first = Api.as(Tokens.operator(tenant))
                .header("Idempotency-Key", key)
                .body(body)
                .post("/v1/clients:upsert");
        var again = Api.as(Tokens.operator(tenant))
                .header("Idempotency-Key", key)
                .body(body)
                .post("/v1/clients:upsert");

        assertThatJson(again.asString()).isEqualTo(first.asString());
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    }

    @Test
    void a_thousand_clients_go_in_at_once() {
        var all = IntStream.range(0, 1_000).mapToObj(i -> item("m" + i, "")).collect(Collectors.joining(","));

        assertThat(Api.upsertClients(tenant, all).jsonPath().getList("items.outcome"))
                .containsOnly("created")
                .hasSize(1_000);
        assertThat(Api.upsertClients(tenant, all).jsonPath().getList("items.outcome"))
                .containsOnly("unchanged");
        assertThat(clients("")).hasSize(1_000);
    }

    @Test
    void the_version_number_that_cmdb_exports_have_is_the_products() {
        upsert(item("a1", "").replace("productVersion", "version"));

        assertThat(clients("").getFirst().path("productVersion").asText()).isEqualTo("1.5");
    }

    @Test
    void every_change_is_on_the_trail() {
        var id = upsert(item("a1", "")).jsonPath().getString("items[0].id");
        patch(id, "\"1\"", "{\"location\": \"Kyoto\"}");

        assertThat(Database.select("""
                select action || ' ' || coalesce(reason, '-') || ' ' || coalesce(before ->> 'location', '-') || ' ' || (after ->> 'location')
                from audit where kind = 'client' and resource_id = '%s' order by id""".formatted(id)))
                .containsExactly("created - - Osaka 2F", "updated CHG1 Osaka 2F Kyoto");
    }
}
