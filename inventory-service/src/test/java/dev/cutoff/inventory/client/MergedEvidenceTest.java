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

/** A client that evidence has discovered is made one with another, and evidence goes on seeing what it sees. */
@InventoryTest
class MergedEvidenceTest {

    private static final String OUTLOOK = "Microsoft Office/15.0 (Windows NT 6.1; Microsoft Outlook 15.0.4420; Pro)";
    private static final String IPHONE = "Apple-iPhone9C1/1402.100";

    private final String user = UUID.randomUUID().toString();
    private UUID tenant;

    @BeforeEach
    void makeTenant() {
        tenant = Api.tenant();
    }

    private void sees(String userId, String clientApp, String userAgent) {
        Api.imported(tenant, """
                Date (UTC),Request ID,User ID,Username,Client app,User agent,Status
                2022-08-01T12:00:00Z,%s,%s,a@contoso.example,%s,%s,Success
                """.formatted(UUID.randomUUID(), userId, clientApp, userAgent));
    }

    private String declare(String kind) {
        return Api.upsertClients(tenant, """
                        {"source": "cmdb", "externalId": "1", "tenantId": "%s", "kind": "%s", "name": "Declared"}""".formatted(tenant, kind)).jsonPath().getString("items[0].id");
    }

    private List<JsonNode> clients() {
        return Api.all(Tokens.viewer(tenant), "/v1/clients?tenant=" + tenant);
    }

    private String discovered(String product) {
        return clients().stream()
                .filter(client -> client.path("product").asText().equals(product))
                .map(client -> client.path("id").asText())
                .findFirst()
                .orElseThrow();
    }

    private void merge(String id, String from) {
        Api.as(Tokens.operator(tenant))
                .body("{\"from\": \"%s\"}".formatted(from))
                .post("/v1/clients/%s:merge".formatted(id))
                .then()
                .statusCode(200);
    }

    private void assertAllBelongTo(String id) {
        assertThat(clients())
                .singleElement()
                .satisfies(client -> assertThat(client.path("id").asText()).isEqualTo(id));
        assertThat(Api.all(Tokens.viewer(tenant), "/v1/usages?tenant=" + tenant))
                .allSatisfy(
                        usage -> assertThat(usage.path("clientIds").toString()).isEqualTo("[\"" + id + "\"]"));
    }

    @Test
    void into_one_that_is_declared_and_could_not_be_it() {
        sees(user, "MAPI", OUTLOOK);
        var declared = declare("device");

        merge(declared, discovered("Outlook 2013"));

        assertAllBelongTo(declared);
        sees(user, "MAPI", OUTLOOK.replace("4420", "5000"));
        assertAllBelongTo(declared);
        assertThat(clients().getFirst().path("name").asText()).isEqualTo("Declared");
        assertThat(clients().getFirst().path("account").asText()).isEqualTo("a@contoso.example");
    }

    @Test
    void it_stays_and_is_declared_from_then_on() {
        sees(user, "MAPI", OUTLOOK);
        var found = discovered("Outlook 2013");

        merge(found, declare("device"));

        assertAllBelongTo(found);
        sees(user, "MAPI", OUTLOOK.replace("4420", "5000"));
        assertAllBelongTo(found);
        assertThat(clients().getFirst().path("name").asText()).isEqualTo("Declared");
        assertThat(clients().getFirst().path("kind").asText()).isEqualTo("device");
        assertThat(declare("device")).isEqualTo(found);
    }

    @Test
    void with_another_that_is_discovered() {
        sees(user, "MAPI", OUTLOOK);
        sees(user, "Exchange ActiveSync", IPHONE);
        var outlook = discovered("Outlook 2013");

        merge(outlook, discovered("iOS Mail"));

        assertAllBelongTo(outlook);
        sees(user, "Exchange ActiveSync", IPHONE);
        assertAllBelongTo(outlook);
        assertThat(clients().getFirst().path("product").asText()).isEqualTo("Outlook 2013");
    }

    @Test
    void also_when_its_address_turns_out_to_be_a_users() {
        sees("", "IMAP4", "");
        var declared = declare("desktop-app");
        merge(
                declared,
                clients().stream()
                        .map(client -> client.path("id").asText())
                        .filter(id -> !id.equals(declared))
                        .findFirst()
                        .orElseThrow());

        sees(user, "IMAP4", "");

        assertAllBelongTo(declared);
    }

    @Test
    void what_is_seen_cannot_be_removed_and_behind_a_declared_one_evidence_comes_up() {
        sees(user, "SMTP", "");
        var found = clients().getFirst().path("id").asText();
        assertThat(delete(found)).isEqualTo(409);

        var declared =
                Api.upsertClients(tenant, """
                        {"source": "cmdb", "externalId": "1", "tenantId": "%s", "account": "a@contoso.example"}""".formatted(tenant)).jsonPath().getString("items[0].id");
        assertAllBelongTo(declared);

        assertThat(delete(declared)).isEqualTo(204);
        assertAllBelongTo(found);
    }

    private int delete(String id) {
        return Api.as(Tokens.operator(tenant))
                .header("If-Match", "*")
                .delete("/v1/clients/" + id)
                .statusCode();
    }
}
