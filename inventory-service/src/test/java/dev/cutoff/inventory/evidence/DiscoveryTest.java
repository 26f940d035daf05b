package dev.cutoff.inventory.evidence;

import static dev.cutoff.inventory.evidence.SignInLog.entry;
import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.inventory.Api;
import dev.cutoff.inventory.InventoryTest;
import dev.cutoff.testing.Tokens;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What evidence discovers says where it comes from. */
@InventoryTest
class DiscoveryTest {

    private UUID tenant;

    @BeforeEach
    void makeTenant() {
        tenant = Api.tenant();
    }

    @Test
    void the_history_of_a_discovered_client_begins_with_its_import() {
        var job = Api.imported(
                tenant,
                SignInLog.of(
                                tenant,
                                entry("a@contoso.example", "IMAP4", "JavaMail"),
                                entry("b@contoso.example", "POP3", "JavaMail"))
                        .ndjson());
        var clients = Api.all(Tokens.viewer(tenant), "/v1/clients?tenant=" + tenant);

        assertThat(clients).hasSize(2).allSatisfy(client -> {
            var history = Api.all(
                    Tokens.viewer(tenant),
                    "/v1/clients/%s/history".formatted(client.path("id").asText()));
            assertThat(history).hasSize(1);
            assertThatJson(history.getFirst().toString()).inPath("action").isEqualTo("created");
            assertThatJson(history.getFirst().toString()).inPath("actor").isEqualTo("operator@test");
            assertThatJson(history.getFirst().toString())
                    .inPath("after.discoveredIn")
                    .isEqualTo(job.path("id").asText());
        });
    }

    @Test
    void a_client_that_comes_to_light_because_another_left_has_an_entry_of_its_own() {
        var log = SignInLog.of(tenant, entry("a@contoso.example", "IMAP4", "JavaMail"));
        Api.upsertClients(tenant, """
                {"source": "cmdb", "externalId": "p1", "tenantId": "%s", "kind": "device", "account": "a@contoso.example"}""".formatted(tenant)).then().statusCode(200);
        Api.imported(tenant, log.ndjson());
        var declared =
                Api.all(Tokens.viewer(tenant), "/v1/clients?tenant=" + tenant).getFirst();

        Api.as(Tokens.operator(tenant))
                .header("If-Match", "\"%d\"".formatted(declared.path("version").asLong()))
                .delete("/v1/clients/" + declared.path("id").asText())
                .then()
                .statusCode(204);

        var discovered = Api.all(Tokens.viewer(tenant), "/v1/clients?tenant=" + tenant);
        assertThat(discovered).hasSize(1);
        var history = Api.all(
                Tokens.viewer(tenant),
                "/v1/clients/%s/history"
                        .formatted(discovered.getFirst().path("id").asText()));
        assertThatJson(history.toString()).inPath("[0].action").isEqualTo("created");
        assertThatJson(history.toString()).inPath("[0].after.product").isEqualTo("JavaMail");
    }
}
