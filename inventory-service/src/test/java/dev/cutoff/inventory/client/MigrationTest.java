package dev.cutoff.inventory.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cutoff.inventory.Api;
import dev.cutoff.inventory.Database;
import dev.cutoff.inventory.InventoryTest;
import dev.cutoff.inventory.Samples;
import dev.cutoff.testing.Tokens;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What silence and speech in sign-in logs make of clients and usages, end to end. */
@InventoryTest
class MigrationTest {

    private UUID tenant;
    private final List<String> lines = new ArrayList<>();

    @BeforeEach
    void makeTenant() {
        tenant = Api.tenant();
        lines.clear();
    }

    /** A success each day of the days. */
    private void daily(String account, String clientApp, String userAgent, String first, String last) {
        var user = UUID.nameUUIDFromBytes(account.getBytes());
        LocalDate.parse(first)
                .datesUntil(LocalDate.parse(last).plusDays(1))
                .forEach(day -> lines.add("%sT12:00:00Z,%s,%s,%s@contoso.example,%s,%s,Success"
                        .formatted(day, UUID.randomUUID(), user, account, clientApp, userAgent)));
    }

    private void send() {
        var csv = "Date (UTC),Request ID,User ID,Username,Client app,User agent,Status\n" + String.join("\n", lines)
                + "\n";
        assertThat(Api.imported(tenant, csv).path("accepted").asInt()).isEqualTo(lines.size());
        lines.clear();
    }

    private JsonNode client(String account) {
        var clients = Api.all(
                Tokens.viewer(tenant), "/v1/clients?tenant=" + tenant + "&account=" + account + "@contoso.example");
        assertThat(clients).hasSize(1);
        return clients.getFirst();
    }

    private String shown(String account) {
        var client = client(account);
        return String.join(
                " ",
                client.path("status").asText(),
                client.path("migration").asText(),
                client.path("migrationReason").asText());
    }

    private List<String> usages(String account) {
        return Api.all(
                        Tokens.viewer(tenant),
                        "/v1/usages?tenant=" + tenant + "&account=" + account + "@contoso.example")
                .stream()
                .map(usage -> String.join(
                        " ",
                        usage.path("protocol").asText(),
                        usage.path("migration").asText(),
                        usage.path("migrationReason").asText()))
                .sorted()
                .toList();
    }

    @Test
    void who_is_silent_after_a_switch_off_is_unverified_and_who_speaks_modern_has_migrated() {
        daily("blocked", "IMAP4", "JavaMail", "2022-09-01", "2022-10-13");
        daily("moved", "IMAP4", "JavaMail", "2022-09-01", "2022-10-13");
        daily("gone", "IMAP4", "JavaMail", "2022-08-01", "2022-09-05");
        send();

        assertThat(shown("blocked")).isEqualTo("discovered at-risk in-use");
        assertThat(shown("moved")).isEqualTo("discovered at-risk in-use");
        assertThat(shown("gone")).isEqualTo("verified verified silent-while-it-worked");
        assertThat(usages("gone")).containsExactly("imap verified silent-while-it-worked");
        var before = client("blocked").path("version").asInt();

        daily("moved", "Mobile Apps and Desktop clients", "JavaMail", "2022-10-15", "2022-11-30");
        send();

        assertThat(shown("blocked")).isEqualTo("unverified unverified silent-without-proof");
        assertThat(client("blocked").path("version").asInt()).isEqualTo(before + 1);
        assertThat(usages("blocked")).containsExactly("imap unverified silent-without-proof");
        assertThat(shown("moved")).isEqualTo("migrated migrated modern-success");
        assertThat(usages("moved"))
                .containsExactly("imap unverified silent-without-proof", "unspecified unaffected modern-only");
        assertThat(Api.all(Tokens.viewer(tenant), "/v1/clients?tenant=" + tenant + "&migration=unverified"))
                .hasSize(1);

        daily("blocked", "IMAP4", "JavaMail", "2022-12-01", "2022-12-02");
        send();

        assertThat(shown("blocked")).isEqualTo("discovered at-risk in-use");
    }

    @Test
    void the_change_of_what_silence_means_is_in_the_feed_and_in_the_audit_trail() {
        daily("blocked", "IMAP4", "JavaMail", "2022-09-01", "2022-10-13");
        send();
        daily("other", "Browser", "Mozilla/5.0", "2022-10-14", "2022-11-30");
        send();

        var client = client("blocked");
        var event = Api.tree(Api.as(Tokens.viewer(tenant)).get("/v1/changes?limit=500"))
                .path("items")
                .valueStream()
                .filter(one ->
                        one.path("subject").asText().equals(client.path("id").asText()))
                .findFirst()
                .orElseThrow();
        assertThat(event.path("data")).isEqualTo(client);
        assertThat(Database.select(
                        "select after->>'status' from audit where resource_id = '%s' order by id desc limit 1"
                                .formatted(client.path("id").asText())))
                .containsExactly("unverified");
    }

    @Test
    void a_modern_success_of_a_shared_account_is_nobodys_own() {
        for (var printer : List.of("p1", "p2")) {
            Api.upsertClients(tenant, """
                    {"source": "cmdb", "externalId": "%s", "tenantId": "%s", "kind": "device", "account": "scan@contoso.example"}""".formatted(printer, tenant)).then().statusCode(200);
        }
        daily("scan", "SMTP", "", "2022-09-01", "2022-10-13");
        daily("scan", "Mobile Apps and Desktop clients", "", "2022-10-15", "2022-11-30");
        send();

        assertThat(Api.all(Tokens.viewer(tenant), "/v1/clients?tenant=" + tenant))
                .extracting(client -> client.path("status").asText())
                .containsExactly("unverified", "unverified");
    }

    @Test
    void somebodys_word_counts_until_the_client_is_seen_again() {
        Api.upsertClients(tenant, """
                {"source": "cmdb", "externalId": "p1", "tenantId": "%s", "kind": "device", "account": "scan@contoso.example",
                 "status": "migrated"}""".formatted(tenant)).then().statusCode(200);
        daily("scan", "SMTP", "", "2022-09-01", "2022-10-13");
        send();

        assertThat(shown("scan")).as("said today, long after").isEqualTo("migrated migrated somebodys-word");

        Database.execute("update client set claimed_on = '2022-10-10' where tenant_id = '" + tenant + "'");
        daily("scan", "SMTP", "", "2022-10-14", "2022-10-15");
        send();

        assertThat(shown("scan")).isEqualTo("unverified at-risk used-after-the-word");
    }

    @Test
    void the_autumn_of_2022_ends_with_some_of_each() {
        var samples = new Samples();
        for (var month : Samples.MONTHS) {
            samples.signIns(month).forEach(file -> Api.imported(file.tenant(), file.content()));
        }
        tenant = samples.tenant("northwind");

        assertThat(account("ben.ito21@northwind.example")).isEqualTo("migrated modern-success");
        assertThat(account("adm-script4@northwind.example")).isEqualTo("migrated modern-success");
        assertThat(account("emil.endo13@northwind.example")).isEqualTo("unverified silent-without-proof");
        assertThat(account("aiko.costa15@northwind.example")).isEqualTo("unverified silent-without-proof");
        assertThat(account("svc-crm14@northwind.example"))
                .as("Autodiscover goes on")
                .isEqualTo("at-risk in-use");
        assertThat(account("paul.ueda24@northwind.example")).isEqualTo("at-risk still-trying");
        assertThat(account("julia.kato8@northwind.example")).isEqualTo("unaffected modern-only");
    }

    private String account(String account) {
        var clients = Api.all(Tokens.viewer(tenant), "/v1/clients?tenant=" + tenant + "&account=" + account);
        assertThat(clients).as(account).hasSize(1);
        return clients.getFirst().path("migration").asText() + " "
                + clients.getFirst().path("migrationReason").asText();
    }
}
