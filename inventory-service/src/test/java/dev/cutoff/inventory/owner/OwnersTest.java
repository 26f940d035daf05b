package dev.cutoff.inventory.owner;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cutoff.inventory.Api;
import dev.cutoff.inventory.InventoryTest;
import dev.cutoff.testing.Tokens;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@InventoryTest
class OwnersTest {

    private static final String LIST = """
            account,ownerEmail,ownerName,deputyEmail,managerEmail,locale
            Scanner1@contoso.example,Nao.Kato@contoso.example,Nao Kato,aiko.novak@contoso.example,it-manager@contoso.example,ja
            scanner2@contoso.example,chen.dubois@contoso.example,Chen Dubois,,,
            """;

    private UUID tenant;

    @BeforeEach
    void makeTenant() {
        tenant = Api.tenant();
    }

    private List<JsonNode> all(String list) {
        return Api.all(Tokens.viewer(tenant), list);
    }

    private Response upsert(String items) {
        return Api.as(Tokens.operator(tenant))
                .body("{\"items\": [" + items + "]}")
                .post("/v1/owners:upsert");
    }

    private void declare(String externalId, String more) {
        Api.upsertClients(tenant, """
                {"source": "cmdb", "externalId": "%s", "tenantId": "%s", "kind": "device", "account": "scanner1@contoso.example"%s}""".formatted(externalId, tenant, more))
                .then()
                .statusCode(200);
    }

    @Test
    void a_list_makes_owners_and_rules_and_again_makes_nothing() {
        var first = Api.imported(tenant, LIST);
        var again = Api.imported(tenant, LIST);
        var changed = Api.imported(tenant, LIST.replace("Chen Dubois", "Chen Sato"));
        var moved = Api.imported(tenant, "account,ownerEmail\nscanner2@contoso.example,nao.kato@contoso.example\n");

        assertThatJson(first.toString()).inPath("accepted").isEqualTo(2);
        assertThatJson(again.toString()).inPath("known").isEqualTo(2);
        assertThatJson(changed.toString()).inPath("accepted").isEqualTo(1);
        assertThatJson(moved.toString()).inPath("accepted").isEqualTo(1);
        assertThatJson(all("/v1/owners?email=NAO.KATO@contoso.example").toString())
                .isEqualTo("""
                [{"id": "${json-unit.any-string}", "version": 1, "tenantId": "%s", "kind": "person", "name": "Nao Kato",
                  "email": "nao.kato@contoso.example", "locale": "ja",
                  "deputy": {"name": null, "email": "aiko.novak@contoso.example", "locale": null,
                             "statedAt": "${json-unit.any-string}"},
                  "manager": {"name": null, "email": "it-manager@contoso.example", "locale": null,
                              "statedAt": "${json-unit.any-string}"}}]""".formatted(tenant));
        assertThat(all("/v1/owner-rules?tenant=" + tenant))
                .extracting(rule -> rule.path("value").asText() + " "
                        + rule.path("ownerEmail").asText())
                .containsExactly(
                        "scanner1@contoso.example nao.kato@contoso.example",
                        "scanner2@contoso.example nao.kato@contoso.example");
    }

    @Test
    void a_bad_line_is_told_with_its_column_and_the_others_are_in() {
        var job = Api.imported(tenant, """
                account,ownerEmail,ownerName,locale
                a@contoso.example,nobody,Nobody,en
                b@contoso.example,,Nobody,en
                c@contoso.example,carl@contoso.example,Carl,klingon!
                d@contoso.example,dora@contoso.example,Dora,en
                """);

        assertThatJson(job.toString()).inPath("accepted").isEqualTo(1);
        assertThat(all("/v1/imports/" + job.path("id").asText() + "/errors"))
                .extracting(error ->
                        error.path("line").asInt() + " " + error.path("column").asText())
                .containsExactly("2 ownerEmail", "3 ownerEmail", "4 locale");
    }

    @Test
    void a_rule_gives_its_owner_to_clients_that_have_none_of_their_own_before_and_after() {
        declare("before", "");
        Api.imported(tenant, LIST);
        declare("after", "");
        declare("own", ", \"ownerEmail\": \"sara@contoso.example\"");

        assertThat(owner("before")).isEqualTo("nao.kato@contoso.example account-rule owner-assigned");
        assertThat(owner("after")).isEqualTo("nao.kato@contoso.example account-rule owner-assigned");
        assertThat(owner("own")).isEqualTo("sara@contoso.example client owner-assigned");

        declare("own", ", \"ownerEmail\": null");

        assertThat(owner("own")).isEqualTo("nao.kato@contoso.example account-rule owner-assigned");
    }

    private String owner(String externalId) {
        var client = client(externalId);
        return client.at("/owner/email").asText() + " "
                + client.path("ownerReason").asText() + " "
                + client.path("status").asText();
    }

    private JsonNode client(String externalId) {
        return all("/v1/clients?externalId=" + externalId).getFirst();
    }

    @Test
    void a_client_gets_a_new_version_when_its_owner_is_shown_differently() {
        Api.imported(tenant, LIST);
        declare("one", "");
        var before = client("one");
        var owner = all("/v1/owners?email=nao.kato@contoso.example").getFirst();

        var answer = patch(
                owner.path("id").asText(), "\"1\"", "{\"email\": \"nao.ono@contoso.example\", \"name\": \"Nao Ono\"}");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(client("one").path("version").asInt())
                .isEqualTo(before.path("version").asInt() + 1);
        assertThat(client("one").at("/owner/name").asText()).isEqualTo("Nao Ono");
        assertThat(Api.imported(tenant, LIST).path("accepted").asInt())
                .as("the old address is somebody new")
                .isEqualTo(1);
        assertThat(all("/v1/owners?tenant=" + tenant)).hasSize(3);
    }

    private Response patch(String id, String ifMatch, String body) {
        var request = Api.as(Tokens.operator(tenant))
                .contentType("application/merge-patch+json")
                .body(body);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch)).patch("/v1/owners/{id}", id);
    }

    @Test
    void refusals_come_in_their_order() {
        Api.imported(tenant, LIST);
        var id = all("/v1/owners?email=nao.kato@contoso.example")
                .getFirst()
                .path("id")
                .asText();

        assertThat(patch(UUID.randomUUID().toString(), null, "{}").statusCode()).isEqualTo(404);
        assertThat(patch(id, null, "{}").statusCode()).isEqualTo(428);
        assertThat(patch(id, "\"7\"", "{}").statusCode()).isEqualTo(412);
        assertThat(patch(id, "\"1\"", "{\"email\": \"x\"}").statusCode()).isEqualTo(400);
        assertThat(patch(id, "\"1\"", "{\"email\": null}").statusCode()).isEqualTo(400);
        assertThat(patch(id, "\"1\"", "{\"email\": \"chen.dubois@contoso.example\"}")
                        .statusCode())
                .isEqualTo(409);
        assertThat(patch(id, "\"1\"", "{\"name\": \"Nao Kato\"}").header("ETag"))
                .isEqualTo("\"1\"");
    }

    @Test
    void owners_are_upserted_by_their_address() {
        var team = "{\"tenantId\": \"%s\", \"kind\": \"team\", \"name\": \"Mail\", \"email\": \"Mail@contoso.example\"}"
                .formatted(tenant);

        assertThat(upsert(team + "," + team + ", {\"tenantId\": \"" + UUID.randomUUID()
                                + "\", \"email\": \"a@b.example\"}, {}")
                        .jsonPath()
                        .getList("items.outcome"))
                .containsExactly("created", "unchanged", "rejected", "rejected");
        assertThat(upsert(team.replace("Mail\",", "Mail team\",")).jsonPath().getList("items.outcome"))
                .containsExactly("updated");
        assertThat(all("/v1/owners?kind=team&q=MAIL"))
                .singleElement()
                .satisfies(owner -> assertThat(owner.path("version").asInt()).isEqualTo(2));
    }

    @Test
    void an_owner_who_is_only_named_by_a_client_is_made_with_nothing_but_the_address() {
        declare("one", ", \"ownerEmail\": \"Sara@contoso.example\"");

        assertThat(all("/v1/owners?tenant=" + tenant)).singleElement().satisfies(owner -> {
            assertThat(owner.path("email").asText()).isEqualTo("sara@contoso.example");
            assertThat(owner.path("name").isNull()).isTrue();
        });
    }

    @Test
    void an_owner_is_created_once_and_removed_when_nothing_names_it() {
        var body = "{\"tenantId\": \"%s\", \"email\": \"Sara@contoso.example\", \"name\": \"Sara\"}".formatted(tenant);
        var created = Api.as(Tokens.operator(tenant)).body(body).post("/v1/owners?reason=New");
        var location = created.header("Location");
        var operator = Tokens.operator(tenant);

        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(created.jsonPath().getString("email")).isEqualTo("sara@contoso.example");
        assertThat(Api.as(operator).body(body).post("/v1/owners").statusCode()).isEqualTo(409);
        assertThat(Api.as(operator).body("{}").post("/v1/owners").statusCode()).isEqualTo(400);
        assertThat(Api.as(operator)
                        .body(body.replace(tenant.toString(), UUID.randomUUID().toString()))
                        .post("/v1/owners")
                        .statusCode())
                .isEqualTo(404);

        declare("own", ", \"ownerEmail\": \"sara@contoso.example\"");
        assertThat(Api.as(operator).delete(location).statusCode()).isEqualTo(428);
        assertThat(Api.as(operator).header("If-Match", "\"7\"").delete(location).statusCode())
                .isEqualTo(412);
        assertThat(Api.as(operator).header("If-Match", "*").delete(location).statusCode())
                .isEqualTo(409);
        declare("own", ", \"ownerEmail\": null");
        assertThat(Api.as(operator)
                        .header("If-Match", "*")
                        .delete(location + "?reason=Left")
                        .statusCode())
                .isEqualTo(204);
        assertThat(Api.as(operator).get(location).statusCode()).isEqualTo(404);

        var again = Api.as(operator).body(body).post("/v1/owners");
        assertThat(again.jsonPath().getInt("version"))
                .as("goes on from its tombstone")
                .isEqualTo(3);
        assertThat(all("/v1/owners/%s/history".formatted(again.jsonPath().getString("id"))))
                .extracting(entry -> entry.path("action").asText() + " "
                        + entry.path("reason").asText())
                .containsExactly("created New", "deleted Left", "created null");
    }
}
