package dev.cutoff.inventory.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cutoff.inventory.Api;
import dev.cutoff.inventory.InventoryTest;
import dev.cutoff.testing.Tokens;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is behind the account of what nobody answers for. */
@InventoryTest
class AccountOwnerTest {

    private UUID tenant;

    @BeforeEach
    void declareClients() {
        tenant = Api.tenant();
        declare("outlook", "desktop-app", "\"nao@contoso.example\"");
        declare("phone", "mobile-app", "\"nao@contoso.example\"");
        declare("one-of-two", "desktop-app", "\"desk@contoso.example\"");
        declare("two-of-two", "desktop-app", "\"desk@contoso.example\"");
        declare("both", "desktop-app", "\"rin@contoso.example\", \"kenji@contoso.example\"");
        declare("printer", "device", "\"scanner@contoso.example\"");
        declare("app", "desktop-app", "\"3f9a1c1e-60a4-4f2e-9a51-5f1d2f0f9d11\"");
        declare("none", "desktop-app", "");
    }

    private void declare(String externalId, String kind, String accounts) {
        Api.upsertClients(tenant, """
                {"source": "cmdb", "externalId": "%s", "tenantId": "%s", "kind": "%s", "accounts": [%s]}""".formatted(externalId, tenant, kind, accounts))
                .then()
                .statusCode(200);
    }

    private List<String> list(String filter) {
        return Api.all(Tokens.viewer(tenant), "/v1/clients?tenant=" + tenant + filter).stream()
                .map(client -> client.at("/externalIds/0/id").asText() + " "
                        + client.path("accountOwnerEmail").asText())
                .sorted()
                .toList();
    }

    private JsonNode explanation(String externalId) {
        var client = Api.all(Tokens.viewer(tenant), "/v1/clients?externalId=" + externalId)
                .getFirst();
        return Api.tree(Api.as(Tokens.viewer(tenant))
                .get("/v1/clients/" + client.path("id").asText() + "/owner-explanation"));
    }

    @Test
    void a_program_that_one_person_sits_at_is_that_persons_and_still_nobodys_to_answer_for() {
        assertThat(list("&owner=account")).containsExactly("outlook nao@contoso.example", "phone nao@contoso.example");
        assertThat(list("&owner=none")).hasSize(8);
        assertThat(list("&kind=device")).containsExactly("printer null");
        assertThat(explanation("phone").path("accountOwnerEmail").asText()).isEqualTo("nao@contoso.example");
        assertThat(explanation("phone").path("sentence").asText())
                .endsWith(
                        "Its account is that of nao@contoso.example, who is told only where the policy of the tenant says so.");
        assertThat(explanation("printer").path("accountOwnerEmail").isNull()).isTrue();
    }

    @Test
    void whoever_is_named_answers_instead() {
        Api.imported(tenant, "account,ownerEmail\nnao@contoso.example,sara@contoso.example\n");

        assertThat(list("&owner=account")).isEmpty();
        assertThat(list("&owner=sara@contoso.example")).containsExactly("outlook null", "phone null");
        assertThat(explanation("phone").path("accountOwnerEmail").isNull()).isTrue();
    }
}
