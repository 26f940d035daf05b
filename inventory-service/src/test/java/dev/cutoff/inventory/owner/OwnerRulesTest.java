package dev.cutoff.inventory.owner;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cutoff.inventory.Api;
import dev.cutoff.inventory.InventoryTest;
import dev.cutoff.testing.Tokens;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@InventoryTest
class OwnerRulesTest {

    private UUID tenant;

    @BeforeEach
    void makeTenant() {
        tenant = Api.tenant();
    }

    private Response create(String kind, String value, String owner) {
        return Api.as(Tokens.operator(tenant)).body(rule(kind, value, owner)).post("/v1/owner-rules?reason=CHG7");
    }

    private String rule(String kind, String value, String owner) {
        return """
                {"tenantId": "%s", "kind": "%s", "value": "%s", "ownerEmail": "%s@contoso.example"}""".formatted(tenant, kind, value, owner);
    }

    private String declare(String externalId, String more) {
        return Api.upsertClients(tenant, """
                        {"source": "cmdb", "externalId": "%s", "tenantId": "%s"%s}""".formatted(externalId, tenant, more))
                .jsonPath()
                .getString("items[0].id");
    }

    private JsonNode client(String id) {
        return Api.tree(Api.as(Tokens.viewer(tenant)).get("/v1/clients/" + id));
    }

    private String owner(String id) {
        var client = client(id);
        return client.at("/owner/email").asText().replace("@contoso.example", "") + " "
                + client.path("ownerReason").asText();
    }

    @Test
    void rules_count_in_their_order_whichever_came_first() {
        var id = declare("a1", """
                , "accounts": ["scan1@print.contoso.example", "other@contoso.example"], "department": "Lōgistics", "location": "Osaka 2F\"""");
        var seen = new ArrayList<String>();
        for (var rule : List.of(
                "domain print.contoso.example domain-owner",
                "location OSAKA_2F location-owner",
                "department logistics department-owner",
                "pattern s*@* short-pattern",
                "pattern Scan?@*.contoso.example long-pattern",
                "account other@contoso.example second-account",
                "account SCAN1@print.contoso.example account-owner")) {
            var parts = rule.split(" ");
            create(parts[0], parts[1].replace('_', ' '), parts[2]).then().statusCode(201);
            seen.add(owner(id));
        }

        assertThat(seen)
                .containsExactly(
                        "domain-owner domain-rule",
                        "location-owner location-rule",
                        "department-owner department-rule",
                        "short-pattern pattern-rule",
                        "long-pattern pattern-rule",
                        "second-account account-rule",
                        "account-owner account-rule");
        assertThat(client(id).path("status").asText()).isEqualTo("owner-assigned");
        var explanation = Api.as(Tokens.viewer(tenant)).get("/v1/clients/%s/owner-explanation".formatted(id));
        assertThatJson(explanation.asString())
                .inPath("candidates[*].owner.email")
                .isEqualTo("""
                        ["account-owner@contoso.example", "second-account@contoso.example", "long-pattern@contoso.example",
                         "short-pattern@contoso.example", "department-owner@contoso.example", "location-owner@contoso.example",
                         "domain-owner@contoso.example"]""");
        assertThatJson(explanation.asString())
                .inPath("sentence")
                .isEqualTo(
                        "account-owner@contoso.example answers for it by the account rule for scan1@print.contoso.example.");

        declare("a1", ", \"ownerEmail\": \"own@contoso.example\"");
        assertThat(owner(id)).isEqualTo("own client");
        assertThatJson(Api.as(Tokens.viewer(tenant))
                        .get("/v1/clients/%s/owner-explanation".formatted(id))
                        .asString())
                .inPath("sentence")
                .isEqualTo("own@contoso.example answers for it as named on the client itself by cmdb.");
    }

    @Test
    void a_client_that_comes_later_or_changes_gets_the_rules_owner() {
        create("location", "Kyoto", "kyoto").then().statusCode(201);
        create("domain", "contoso.example", "everybody").then().statusCode(201);

        var id = declare("a1", ", \"account\": \"x@contoso.example\", \"location\": \"Kyoto\"");
        assertThat(owner(id)).isEqualTo("kyoto location-rule");
        declare("a1", ", \"location\": \"Osaka\"");
        assertThat(owner(id)).isEqualTo("everybody domain-rule");
        declare("a1", ", \"account\": \"x@fabrikam.example\"");
        assertThat(owner(id)).isEqualTo(" null");
        assertThatJson(Api.as(Tokens.viewer(tenant))
                        .get("/v1/clients/%s/owner-explanation".formatted(id))
                        .asString())
                .isEqualTo("""
                        {"clientId": "%s", "owner": null, "ownerReason": null, "accountOwnerEmail": null, "candidates": [], "fallbackContact": null,
                         "sentence": "Nobody answers for it: the client names nobody and no rule is true of it; and the tenant has no fallback contact."}""".formatted(id));
    }

    @Test
    void a_rule_is_created_read_changed_and_dropped_and_its_clients_follow() {
        var client = declare("a1", ", \"department\": \"Logistics\"");
        var created = create("department", "Logistics", "nao");
        var location = created.header("Location");

        assertThatJson(created.asString()).isEqualTo("""
                {"id": "${json-unit.any-string}", "version": 1, "tenantId": "%s", "kind": "department", "value": "Logistics",
                 "ownerId": "${json-unit.any-string}", "ownerEmail": "nao@contoso.example", "ownerName": null}""".formatted(tenant));
        var again = create("department", "ＬＯＧＩＳＴＩＣＳ", "chen");
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(location).endsWith(again.jsonPath().getString("id"));
        assertThat(Api.as(Tokens.viewer(tenant)).get(location).header("ETag")).isEqualTo("\"1\"");
        assertThat(change(location, null, "chen").statusCode()).isEqualTo(428);
        assertThat(change(location, "\"9\"", "chen").statusCode()).isEqualTo(412);
        assertThat(change(location, "\"1\"", "chen").jsonPath().getString("ownerEmail"))
                .isEqualTo("chen@contoso.example");
        assertThat(owner(client)).isEqualTo("chen department-rule");

        assertThat(Api.as(Tokens.operator(tenant)).delete(location).statusCode())
                .isEqualTo(428);
        assertThat(Api.as(Tokens.operator(Api.tenant())).delete(location).statusCode())
                .isEqualTo(404);
        assertThat(Api.as(Tokens.operator(tenant))
                        .header("If-Match", "\"2\"")
                        .delete(location + "?reason=CHG8")
                        .statusCode())
                .isEqualTo(204);
        assertThat(Api.as(Tokens.viewer(tenant)).get(location).statusCode()).isEqualTo(404);
        assertThat(owner(client)).isEqualTo(" null");
        assertThat(Api.all(Tokens.viewer(tenant), "/v1/clients/%s/history".formatted(client)))
                .extracting(entry -> entry.path("reason").asText())
                .containsExactly("null", "CHG7", "CHG9", "CHG8");
    }

    private Response change(String location, String ifMatch, String owner) {
        var request = Api.as(Tokens.operator(tenant))
                .contentType("application/merge-patch+json")
                .body("{\"ownerEmail\": \"%s@contoso.example\"}".formatted(owner));
        return (ifMatch == null ? request : request.header("If-Match", ifMatch)).patch(location + "?reason=CHG9");
    }

    @Test
    void many_rules_go_in_at_once_with_an_outcome_for_each() {
        var items = String.join(
                ",",
                rule("account", "a@contoso.example", "nao"),
                rule("account", "A@contoso.example", "nao"),
                rule("account", "a@contoso.example", "chen"),
                rule("planet", "mars", "nao"),
                rule("domain", "x.example", "nao")
                        .replace(tenant.toString(), UUID.randomUUID().toString()),
                rule("domain", "", "nao"));

        var dry = upsert(items, "?dryRun=true");
        assertThat(Api.all(Tokens.viewer(tenant), "/v1/owner-rules?tenant=" + tenant))
                .isEmpty();
        var real = upsert(items, "");
        assertThat(real.asString()).isEqualTo(dry.asString());
        assertThat(real.jsonPath().getList("items.outcome"))
                .containsExactly("created", "unchanged", "updated", "rejected", "rejected", "rejected");
        assertThat(upsert(items, "?mode=atomic").statusCode()).isEqualTo(422);
        assertThat(Api.all(Tokens.viewer(tenant), "/v1/owner-rules?kind=account&value=A@contoso.example"))
                .singleElement()
                .satisfies(rule -> assertThat(rule.path("ownerEmail").asText()).isEqualTo("chen@contoso.example"));
    }

    private Response upsert(String items, String query) {
        return Api.as(Tokens.operator(tenant))
                .body("{\"items\": [" + items + "]}")
                .post("/v1/owner-rules:upsert" + query);
    }

    @ParameterizedTest
    @CsvSource({
        "100%@contoso.example,100%@contoso.example,true",
        "a_b@*,axb@contoso.example,false",
        "a\\\\b*,ab@c.example,false"
    })
    void a_pattern_knows_stars_and_question_marks_and_nothing_else(String pattern, String account, boolean matches) {
        var id = declare("a1", ", \"account\": \"" + account + "\"");

        create("pattern", pattern, "nao").then().statusCode(201);

        assertThat(owner(id)).isEqualTo(matches ? "nao pattern-rule" : " null");
    }
}
