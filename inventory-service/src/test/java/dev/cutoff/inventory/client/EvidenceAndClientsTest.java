package dev.cutoff.inventory.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cutoff.inventory.Api;
import dev.cutoff.inventory.InventoryTest;
import dev.cutoff.testing.Tokens;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which client is behind a usage, as evidence, lists and people speak of it. */
@InventoryTest
class EvidenceAndClientsTest {

    private static final String OUTLOOK = "Microsoft Office/15.0 (Windows NT 6.1; Microsoft Outlook 15.0.4420; Pro)";
    private static final String IPHONE = "Apple-iPhone9C1/1402.100";

    private UUID tenant;

    @BeforeEach
    void makeTenant() {
        tenant = Api.tenant();
    }

    /** One success, a day for each line: {@code user id, address, client app, user agent}. */
    private void sees(String... lines) {
        var csv = new StringBuilder("Date (UTC),Request ID,User ID,Username,Client app,User agent,Status\n");
        for (var i = 0; i < lines.length; i++) {
            csv.append("2022-08-%02dT12:00:00Z,%s,%s,Success\n".formatted(i + 1, UUID.randomUUID(), lines[i]));
        }
        assertThat(Api.imported(tenant, csv.toString()).path("accepted").asInt())
                .isEqualTo(lines.length);
    }

    private void declare(String externalId, String kind, String account) {
        Api.upsertClients(tenant, """
                {"source": "cmdb", "externalId": "%s", "tenantId": "%s", "kind": "%s", "account": "%s"}""".formatted(externalId, tenant, kind, account))
                .then()
                .statusCode(200);
    }

    private List<JsonNode> clients() {
        return Api.all(Tokens.viewer(tenant), "/v1/clients?tenant=" + tenant);
    }

    /** Names of the clients behind the usages of a protocol: external id, or product of what was discovered. */
    private List<String> behind(String protocol) {
        var clients = clients();
        return Api.all(Tokens.viewer(tenant), "/v1/usages?tenant=" + tenant + "&protocol=" + protocol).stream()
                .flatMap(usage -> StreamSupport.stream(usage.path("clientIds").spliterator(), false))
                .map(id -> clients.stream()
                        .filter(client -> client.path("id").equals(id))
                        .findFirst()
                        .orElseThrow())
                .map(client -> client.at("/externalIds/0/id")
                        .asText(client.path("name").asText()))
                .sorted()
                .toList();
    }

    @Test
    void each_product_of_an_account_is_a_client_with_what_it_says_of_itself() {
        var user = UUID.randomUUID();
        sees(
                user + ",a@contoso.example,MAPI," + OUTLOOK,
                user + ",a@contoso.example,Exchange ActiveSync," + IPHONE,
                user + ",a@contoso.example,IMAP4,",
                user + ",a@contoso.example,AutoDiscover," + OUTLOOK.replace("4420", "5000"));

        assertThat(clients()).hasSize(3);
        assertThat(clients())
                .filteredOn(client -> client.path("kind").asText().equals("desktop-app"))
                .singleElement()
                .satisfies(client -> {
                    assertThat(client.path("product").asText()).isEqualTo("Outlook 2013");
                    assertThat(client.path("vendor").asText()).isEqualTo("Microsoft");
                    assertThat(client.path("productVersion").asText())
                            .as("the latest")
                            .isEqualTo("15.0.5000");
                    assertThat(client.path("operatingSystem").asText()).isEqualTo("Windows 7");
                    assertThat(client.path("status").asText()).isEqualTo("discovered");
                    assertThat(client.path("account").asText()).isEqualTo("a@contoso.example");
                });
        assertThat(behind("mapi")).containsExactly("Outlook 2013");
        assertThat(behind("autodiscover")).containsExactly("Outlook 2013");
        assertThat(behind("eas")).containsExactly("iOS Mail");
        assertThat(behind("imap")).containsExactly("Unknown program");
        assertThat(Api.all(Tokens.viewer(tenant), "/v1/clients?tenant=" + tenant + "&protocol=eas&authMethod=basic"))
                .hasSize(1);
        assertThat(Api.all(Tokens.viewer(tenant), "/v1/clients?tenant=" + tenant + "&protocol=eas&authMethod=modern"))
                .isEmpty();
    }

    @Test
    void what_a_declared_client_can_be_belongs_to_it_and_the_rest_is_discovered() {
        var user = UUID.randomUUID();
        declare("printer", "device", "a@contoso.example");
        sees(
                user + ",a@contoso.example,MAPI," + OUTLOOK,
                user + ",a@contoso.example,SMTP,",
                user + ",a@contoso.example,IMAP4,JavaMail");

        assertThat(behind("mapi")).containsExactly("Outlook 2013");
        assertThat(behind("smtp-auth")).containsExactly("printer");
        assertThat(behind("imap")).containsExactly("printer");

        declare("laptop", "desktop-app", "a@contoso.example");

        assertThat(behind("mapi")).containsExactly("laptop");
        assertThat(behind("smtp-auth")).containsExactly("laptop", "printer");
        assertThat(clients()).hasSize(2);
    }

    @Test
    void forty_devices_behind_one_account_are_all_behind_its_usages() {
        for (var i = 10; i < 50; i++) {
            declare("printer" + i, "device", "scanner1@contoso.example");
        }
        sees(UUID.randomUUID() + ",scanner1@contoso.example,Authenticated SMTP,");

        assertThat(behind("smtp-auth")).hasSize(40);
        assertThat(clients())
                .hasSize(40)
                .allSatisfy(
                        client -> assertThat(client.path("shared").asBoolean()).isTrue());
    }

    @Test
    void a_discovered_client_that_is_declared_leaves_a_tombstone_and_comes_back_newer() {
        sees(UUID.randomUUID() + ",a@contoso.example,SMTP,");
        var discovered = clients().getFirst().path("id").asText();

        declare("printer", "device", "a@contoso.example");

        assertThat(event(discovered).path("data").toString())
                .isEqualTo("{\"id\":\"%s\",\"version\":2,\"deleted\":true}".formatted(discovered));

        declare("printer", "device", "elsewhere@contoso.example");

        assertThat(event(discovered).path("data").path("version").asInt()).isEqualTo(3);
        assertThat(event(discovered).path("data"))
                .isEqualTo(Api.tree(Api.as(Tokens.viewer(tenant)).get("/v1/clients/" + discovered)));
    }

    private JsonNode event(String client) {
        return Api.tree(Api.as(Tokens.viewer(tenant)).get("/v1/changes?limit=500"))
                .path("items")
                .valueStream()
                .filter(event -> event.path("subject").asText().equals(client))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void what_a_person_has_touched_stays_and_keeps_what_was_set() {
        var user = UUID.randomUUID();
        sees(user + ",a@contoso.example,SMTP,JavaMail");
        var discovered = clients().getFirst().path("id").asText();
        Api.as(Tokens.operator(tenant))
                .contentType("application/merge-patch+json")
                .header("If-Match", "\"1\"")
                .body("{\"name\": \"The payroll\", \"kind\": \"script\"}")
                .patch("/v1/clients/" + discovered)
                .then()
                .statusCode(200);

        sees(user + ",a@contoso.example,SMTP,JavaMail/1.6");
        declare("printer", "device", "a@contoso.example");

        var client = Api.tree(Api.as(Tokens.viewer(tenant)).get("/v1/clients/" + discovered));
        assertThat(client.path("name").asText()).isEqualTo("The payroll");
        assertThat(client.path("kind").asText()).isEqualTo("script");
        assertThat(client.path("productVersion").asText()).as("as seen").isEqualTo("1.6");
        assertThat(behind("smtp-auth")).containsExactly("printer");
    }

    @Test
    void the_accounts_of_a_discovered_client_are_not_a_persons_to_change() {
        sees(UUID.randomUUID() + ",a@contoso.example,SMTP,");
        var discovered = clients().getFirst().path("id").asText();

        var answer = Api.as(Tokens.operator(tenant))
                .contentType("application/merge-patch+json")
                .header("If-Match", "\"1\"")
                .body("{\"account\": \"b@contoso.example\"}")
                .patch("/v1/clients/" + discovered);

        assertThat(answer.statusCode()).isEqualTo(400);
    }

    @Test
    void a_user_who_is_renamed_stays_one_account_under_the_latest_address_whatever_comes_first() {
        var user = UUID.randomUUID();
        var old = user + ",old@contoso.example,SMTP,";
        var renamed = user + ",new@contoso.example,SMTP,";
        sees(old, renamed);
        declare("printer", "device", "old@contoso.example");
        var other = Api.tenant();
        var first = tenant;
        tenant = other;
        declare("printer", "device", "old@contoso.example");
        sees(old, renamed);

        for (var one : List.of(first, other)) {
            tenant = one;
            assertThat(clients()).singleElement().satisfies(client -> {
                assertThat(client.path("account").asText()).isEqualTo("new@contoso.example");
                assertThat(client.at("/externalIds/0/id").asText()).isEqualTo("printer");
            });
            assertThat(behind("smtp-auth")).containsExactly("printer");
            assertThat(Api.all(Tokens.viewer(one), "/v1/usages?account=new@contoso.example"))
                    .hasSize(1);
            assertThat(Api.all(Tokens.viewer(one), "/v1/usages?account=" + user))
                    .hasSize(1);
        }
    }

    @Test
    void an_earlier_log_that_comes_later_renames_nobody_back() {
        var user = UUID.randomUUID();
        Api.imported(
                tenant,
                "Date (UTC),Request ID,User ID,Username,Client app,Status\n2022-09-01T00:00:00Z,%s,%s,new@contoso.example,SMTP,Success\n"
                        .formatted(UUID.randomUUID(), user));
        sees(user + ",old@contoso.example,SMTP,");

        assertThat(clients())
                .singleElement()
                .satisfies(client -> assertThat(client.path("account").asText()).isEqualTo("new@contoso.example"));
    }

    @Test
    void a_log_without_user_ids_finds_the_account_by_its_address_whichever_comes_first() {
        var user = UUID.randomUUID();
        var without =
                "Date (UTC),Request ID,Username,Client app,Status\n2022-08-20T00:00:00Z,%s,A@contoso.example,SMTP,Success\n"
                        .formatted(UUID.randomUUID());
        Api.imported(tenant, without);
        sees(user + ",a@contoso.example,SMTP,", user + ",a@contoso.example,IMAP4,");
        var first = clients();
        var firstTenant = tenant;
        tenant = Api.tenant();
        sees(user + ",a@contoso.example,SMTP,", user + ",a@contoso.example,IMAP4,");
        Api.imported(tenant, without);

        for (var one : List.of(firstTenant, tenant)) {
            assertThat(Api.all(Tokens.viewer(one), "/v1/usages?protocol=smtp-auth&account=" + user))
                    .singleElement()
                    .satisfies(
                            usage -> assertThat(usage.path("successes").asInt()).isEqualTo(2));
            assertThat(Api.all(Tokens.viewer(one), "/v1/clients")).hasSize(1);
        }
        assertThat(first).hasSize(1);
    }

    @Test
    void an_app_is_an_account_by_its_app_id() throws java.io.IOException {
        var sample = java.nio.file.Files.readString(java.nio.file.Path.of(
                        "src/test/resources/samples/november-2026/contoso-servicePrincipalSignIns.json"))
                .replace("f38b2ffc-80a4-4f5a-91c9-bc701e7ea419", tenant.toString());

        var job = Api.imported(tenant, sample);

        assertThat(job.path("accepted").asInt()).isEqualTo(12);
        assertThat(Api.all(Tokens.viewer(tenant), "/v1/usages?account=cc15fd57-2c6c-4117-a88c-83b1d56b4bbe"))
                .extracting(usage -> usage.path("protocol").asText() + " "
                        + usage.path("authMethod").asText())
                .containsExactlyInAnyOrder("unspecified certificate", "unspecified modern");
        assertThat(clients())
                .extracting(client -> client.path("name").asText())
                .contains("Microsoft Teams Services", "Room booking panel");
        assertThat(clients())
                .allSatisfy(client -> assertThat(client.path("kind").asText()).isEqualTo("service"));
    }
}
