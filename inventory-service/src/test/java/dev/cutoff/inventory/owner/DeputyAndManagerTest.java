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
class DeputyAndManagerTest {

    private static final String SARA = """
            {"email": "sara@contoso.example",
             "deputy": {"name": "Aiko Novak", "email": "Aiko@contoso.example", "locale": "ja"},
             "manager": {"name": "Chen Dubois", "email": "chen@contoso.example"}}""";

    private UUID tenant;

    @BeforeEach
    void makeTenant() {
        tenant = Api.tenant();
    }

    private List<JsonNode> owners(String filter) {
        return Api.all(Tokens.viewer(tenant), "/v1/owners?tenant=" + tenant + filter);
    }

    private JsonNode sara() {
        return owners("&email=sara@contoso.example").getFirst();
    }

    private String upsert(String item) {
        var body = "{\"items\": [" + item.replaceFirst("\\{", "{\"tenantId\": \"" + tenant + "\",") + "]}";
        return Api.as(Tokens.operator(tenant))
                .body(body)
                .post("/v1/owners:upsert")
                .jsonPath()
                .getString("items[0].outcome");
    }

    private Response patch(String body) {
        return Api.as(Tokens.operator(tenant))
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body(body)
                .patch("/v1/owners/" + sara().path("id").asText());
    }

    @Test
    void they_are_kept_as_they_were_when_they_were_stated() {
        assertThat(upsert(SARA)).isEqualTo("created");
        var first = sara();
        assertThat(upsert(SARA)).isEqualTo("unchanged");

        assertThatJson(first.path("deputy").toString()).isEqualTo("""
                {"name": "Aiko Novak", "email": "aiko@contoso.example", "locale": "ja", "statedAt": "${json-unit.any-string}"}""");
        assertThatJson(first.path("manager").toString()).isEqualTo("""
                {"name": "Chen Dubois", "email": "chen@contoso.example", "locale": null, "statedAt": "${json-unit.any-string}"}""");
        assertThat(sara()).isEqualTo(first);

        assertThat(upsert("{\"email\": \"chen@contoso.example\", \"name\": \"Chen Sato\"}"))
                .isEqualTo("created");
        assertThat(upsert(SARA.replace("\"ja\"", "\"en\""))).isEqualTo("updated");

        assertThat(sara().at("/deputy/statedAt").asText())
                .isGreaterThan(first.at("/deputy/statedAt").asText());
        assertThat(sara().path("manager")).as("a copy").isEqualTo(first.path("manager"));
        assertThat(Api.all(
                        Tokens.viewer(tenant), "/v1/owners/" + first.path("id").asText() + "/history"))
                .extracting(entry -> entry.at("/before/deputy/locale").asText() + ">"
                        + entry.at("/after/deputy/locale").asText())
                .containsExactly(">ja", "ja>en");
    }

    @Test
    void another_address_is_another_person() {
        upsert(SARA);

        assertThatJson(patch("{\"manager\": {\"locale\": \"fr\"}, \"deputy\": null}")
                        .asString())
                .node("manager")
                .isObject()
                .containsEntry("name", "Chen Dubois")
                .containsEntry("locale", "fr");
        var answer = patch("{\"manager\": {\"email\": \"sato@contoso.example\"}}");

        assertThatJson(answer.asString()).node("deputy").isNull();
        assertThatJson(answer.asString())
                .node("manager")
                .isObject()
                .containsEntry("email", "sato@contoso.example")
                .containsEntry("name", null)
                .containsEntry("locale", null);
    }

    @Test
    void a_list_says_them_by_column() {
        var list = """
                account,ownerEmail,deputyName,deputyEmail,deputyLocale,managerName,managerEmail,managerLocale
                a@contoso.example,sara@contoso.example,Aiko Novak,aiko@contoso.example,ja,Chen Dubois,chen@contoso.example,en
                b@contoso.example,sara@contoso.example,,,,,,
                c@contoso.example,nobody@contoso.example,Aiko Novak,,,,,
                d@contoso.example,nobody@contoso.example,,,,,chen@contoso.example,klingon!
                """;
        var job = Api.imported(tenant, list);

        assertThat(sara().at("/deputy/name").asText()).isEqualTo("Aiko Novak");
        assertThat(sara().at("/manager/locale").asText()).isEqualTo("en");
        assertThat(Api.all(
                        Tokens.viewer(tenant), "/v1/imports/" + job.path("id").asText() + "/errors"))
                .extracting(error ->
                        error.path("line").asInt() + " " + error.path("column").asText())
                .containsExactly("4 deputyEmail", "5 managerLocale");

        Api.imported(tenant, """
                [{"account": "a@contoso.example", "ownerEmail": "sara@contoso.example", "deputyEmail": null, "managerName": null}]""");

        assertThat(sara().path("deputy").isNull()).isTrue();
        assertThat(sara().at("/manager/email").asText()).isEqualTo("chen@contoso.example");
        assertThat(sara().at("/manager/name").isNull()).isTrue();
    }

    @Test
    void those_of_some_owners_are_one_list_and_can_be_looked_for() {
        upsert(SARA);
        upsert("{\"email\": \"nao@contoso.example\", \"locale\": \"ja\"}");
        upsert("{\"email\": \"kenji@contoso.example\"}");
        var sara = sara().path("id").asText();
        var nao = owners("&email=nao@contoso.example").getFirst().path("id").asText();

        assertThat(owners("&fields=email,deputy,manager&id=" + sara + "&id=" + nao))
                .extracting(owner -> owner.path("email").asText() + " "
                        + owner.at("/manager/email").asText())
                .containsExactlyInAnyOrder("sara@contoso.example chen@contoso.example", "nao@contoso.example ");
        assertThat(owners("&manager=Chen@contoso.example")).hasSize(1);
        assertThat(owners("&deputy=aiko@contoso.example")).hasSize(1);
        assertThat(owners("&deputy=chen@contoso.example")).isEmpty();
        assertThat(owners("&locale=ja")).hasSize(1);
        assertThat(Api.as(Tokens.viewer(tenant))
                        .get("/v1/owners?" + ("id=" + sara + "&").repeat(51))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void what_is_wrong_with_them_is_said_where_it_stands() {
        var body = "{\"items\": [{\"tenantId\": \"%s\", \"email\": \"a@b.example\", \"deputy\": {\"name\": \"A\"}},"
                + " {\"tenantId\": \"%s\", \"email\": \"a@b.example\", \"manager\": \"x@b.example\"},"
                + " {\"tenantId\": \"%s\", \"email\": \"a@b.example\", \"manager\": {\"email\": \"x\", \"phone\": 1}}]}";
        var answer = Api.as(Tokens.operator(tenant))
                .body(body.formatted(tenant, tenant, tenant))
                .post("/v1/owners:upsert");

        assertThat(answer.jsonPath().<String>getList("items.problem.errors.pointer.flatten()"))
                .containsExactly("/items/0/deputy/email", "/items/1/manager", "/items/2/manager/phone");
    }

    @Test
    void a_client_that_does_not_show_them_keeps_its_version() {
        upsert(SARA);
        Api.upsertClients(
                tenant,
                "{\"source\": \"cmdb\", \"externalId\": \"1\", \"tenantId\": \"%s\", \"ownerEmail\": \"sara@contoso.example\"}"
                        .formatted(tenant));

        upsert(SARA.replace("Chen Dubois", "Chen Sato"));
        var client = Api.all(Tokens.viewer(tenant), "/v1/clients").getFirst();

        assertThat(client.path("version").asInt()).isEqualTo(1);
    }
}
