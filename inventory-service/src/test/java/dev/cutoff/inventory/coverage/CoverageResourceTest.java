package dev.cutoff.inventory.coverage;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cutoff.inventory.Api;
import dev.cutoff.inventory.InventoryTest;
import dev.cutoff.inventory.Samples;
import dev.cutoff.testing.Tokens;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@InventoryTest
class CoverageResourceTest {

    private UUID tenant;

    @BeforeEach
    void makeTenant() {
        tenant = Api.tenant();
    }

    /** @param signIns each as day, account and client app; of an account with a question mark the log has the address alone */
    private void send(String... signIns) {
        var csv = new StringBuilder("Date (UTC),Request ID,User ID,Username,Client app,Status\n");
        for (var signIn : signIns) {
            var parts = signIn.split(" ");
            var account = parts[1].replace("?", "");
            csv.append("%sT12:00:00Z,%s,%s,%s@contoso.example,%s,Success\n"
                    .formatted(
                            parts[0],
                            UUID.randomUUID(),
                            account.equals(parts[1]) ? UUID.nameUUIDFromBytes(account.getBytes()) : "",
                            account,
                            parts[2]));
        }
        assertThat(Api.imported(tenant, csv.toString()).path("status").asText()).isEqualTo("succeeded");
    }

    private JsonNode coverage(String protocol) {
        return Api.all(Tokens.viewer(tenant), "/v1/coverage?tenant=" + tenant + "&protocol=" + protocol)
                .getFirst();
    }

    private io.restassured.response.Response count(String items) {
        return Api.as(Tokens.operator(tenant))
                .body("{\"items\": [" + items + "]}")
                .post("/v1/vendor-counts:upsert");
    }

    private String item(String protocol, String month, int count) {
        return "{\"tenantId\": \"%s\", \"protocol\": \"%s\", \"month\": \"%s\", \"count\": %d}"
                .formatted(tenant, protocol, month, count);
    }

    @Test
    void a_line_says_who_spoke_when_and_how_much() {
        send("2022-08-03 a IMAP4", "2022-08-05 a IMAP4", "2022-08-05 b IMAP4", "2022-08-20 b SMTP");

        assertThatJson(coverage("imap").toString()).isEqualTo("""
                {"tenantId": "%s", "protocol": "imap", "quiet": false, "stale": true, "staleFrom": "2022-10-22", "month": "2022-08", "vendorCount": null,
                 "knownCount": 2, "gap": null,
                 "sources": [{"source": "sign-in-log", "firstDay": "2022-08-03", "lastDay": "2022-08-05", "rows": 3,
                              "spokeUntil": "2022-08-20", "arrivedAt": "${json-unit.any-string}", "quiet": false, "stale": true, "staleFrom": "2022-10-22"}]}""".formatted(tenant));
    }

    @Test
    void an_account_counts_once_a_month_however_often_and_by_whatever_it_is_known() {
        send(accounts("2022-08-03", 300, "?"));
        assertThat(coverage("imap").path("knownCount").asInt()).isEqualTo(300);

        send(accounts("2022-08-04", 400, ""));
        send(accounts("2022-08-05", 400, ""));

        assertThat(coverage("imap").path("knownCount").asInt()).isEqualTo(400);
    }

    private static String[] accounts(String day, int count, String mark) {
        return IntStream.range(0, count)
                .mapToObj(i -> "%s %sa%d IMAP4".formatted(day, mark, i))
                .toArray(String[]::new);
    }

    @Test
    void a_protocol_that_is_heard_no_more_is_quiet_and_so_is_a_source_with_nothing_to_say() {
        send("2022-08-03 a IMAP4", "2022-08-05 a IMAP4", "2022-08-31 b SMTP");
        send("2022-09-01 b SMTP", "2022-09-30 b SMTP");

        assertThat(coverage("imap").path("quiet").asBoolean()).isTrue();
        assertThat(coverage("smtp-auth").path("quiet").asBoolean()).isFalse();

        send();

        assertThat(coverage("smtp-auth").path("quiet").asBoolean()).isTrue();
    }

    @Test
    void the_vendor_counts_one_that_nobody_has_a_name_for() {
        send("2022-08-03 a IMAP4", "2022-08-05 b IMAP4", "2022-09-05 b IMAP4");

        assertThat(count(item("imap", "2022-08", 3) + "," + item("pop", "2022-08", 1))
                        .jsonPath()
                        .getList("items.outcome"))
                .containsExactly("created", "created");

        assertThatJson(coverage("imap").toString()).node("vendorCount").isEqualTo(3);
        assertThatJson(coverage("imap").toString()).node("knownCount").isEqualTo(2);
        assertThatJson(coverage("imap").toString()).node("gap").isEqualTo(1);
        assertThatJson(coverage("pop").toString()).node("gap").isEqualTo(1);
        assertThatJson(coverage("pop").toString()).node("sources").isEqualTo("[]");
        assertThatJson(coverage("pop").toString()).node("staleFrom").isEqualTo(null);
        var september = Api.all(Tokens.viewer(tenant), "/v1/coverage?tenant=" + tenant + "&protocol=imap&month=2022-09")
                .getFirst();
        assertThatJson(september.toString()).node("knownCount").isEqualTo(1);
        assertThatJson(september.toString()).node("vendorCount").isEqualTo(null);
    }

    @Test
    void a_count_is_found_by_month_and_source_and_a_wrong_one_is_refused() {
        assertThat(count(item("imap", "2022-08", 3)).jsonPath().getList("items.outcome"))
                .containsExactly("created");
        assertThat(count(item("imap", "2022-08", 3)).jsonPath().getList("items.outcome"))
                .containsExactly("unchanged");
        assertThat(count(item("imap", "2022-08", 4)).jsonPath().getList("items.outcome"))
                .containsExactly("updated");

        var wrong = count(item("imap", "2022-13", 3) + "," + item("unspecified", "2022-08", 3) + ","
                + item("imap", "2022-08", -1) + ","
                + item("imap", "2022-08", 1)
                        .replace(tenant.toString(), Api.tenant().toString()) + ",7");

        assertThat(wrong.jsonPath().getList("items.problem.status")).containsExactly(400, 400, 400, 404, 400);
        assertThat(wrong.jsonPath().getString("items[0].problem.errors[0].pointer"))
                .isEqualTo("/items/0/month");
        Api.as(Tokens.viewer(tenant))
                .body("{\"items\": []}")
                .post("/v1/vendor-counts:upsert")
                .then()
                .statusCode(403);
        Api.as(Tokens.viewer(tenant))
                .get("/v1/coverage?tenant=" + Api.tenant())
                .then()
                .statusCode(404);
    }

    private void told(String asOf, String report) {
        var job = Api.imported(tenant, "asOf=" + asOf, report.getBytes(StandardCharsets.UTF_8));
        assertThat(job.path("status").asText()).as(job.toString()).isEqualTo("succeeded");
    }

    private List<String> sources(String protocol) {
        return StreamSupport.stream(coverage(protocol).path("sources").spliterator(), false)
                .map(source -> "%s %s %d%s"
                        .formatted(
                                source.path("source").asText(),
                                source.path("lastDay").asText(),
                                source.path("rows").asLong(),
                                source.path("quiet").asBoolean() ? " quiet" : ""))
                .toList();
    }

    @Test
    void reports_and_exports_speak_too_of_their_day_and_once() {
        var senders = "Sender address,Messages sent,Authentication Protocol\n";
        var two = senders + "a@contoso.example,7,Basic\nb@contoso.example,9,Modern Authentication\n";
        told("2026-11-21", two);
        told("2026-11-21", two);
        told("2026-11-14", senders + "a@contoso.example,7,Basic\n");
        told("2026-11-20", """
                AppId,SOAP Action,Call Volume
                cc15fd57-2c6c-4117-a88c-83b1d56b4bbe,SyncFolderItems,2181
                cc15fd57-2c6c-4117-a88c-83b1d56b4bbe,GetItem,12
                """);
        told("2026-11-20", "PrimarySmtpAddress,ImapEnabled,PopEnabled\na@contoso.example,False,True\n");
        told("2026-11-20", "Identity,DeviceId,DeviceModel\na@contoso.example\\X\\1,1F7E42734F56448F85E1,iPhone\n");

        assertThat(sources("smtp-auth")).containsExactly("smtp-auth-clients 2026-11-21 3");
        assertThat(sources("ews")).containsExactly("ews-weekly-usage 2026-11-20 2");
        assertThat(sources("imap")).containsExactly("cas-mailboxes 2026-11-20 1");
        assertThat(sources("eas")).containsExactly("mobile-devices 2026-11-20 1");

        told("2026-11-28", senders);
        told("2026-11-28", "PrimarySmtpAddress,PopEnabled\na@contoso.example,True\n");

        assertThat(sources("smtp-auth")).containsExactly("smtp-auth-clients 2026-11-21 3 quiet");
        assertThat(sources("imap")).containsExactly("cas-mailboxes 2026-11-20 1");
    }

    @Test
    void a_fresh_list_of_switches_does_not_make_up_for_a_log_that_has_stopped() {
        var today = LocalDate.now(ZoneOffset.UTC).toString();
        send("2022-08-03 a IMAP4");
        told(today, "PrimarySmtpAddress,ImapEnabled,PopEnabled\na@contoso.example,False,True\n");

        assertThat(coverage("imap").path("stale").asBoolean()).isTrue();
        assertThat(coverage("pop").path("stale").asBoolean()).isFalse();
    }

    /** In fabrikam the monthly post counts one IMAP user more than the log knows. */
    @Test
    void coverage_of_the_autumn_is_the_same_in_any_order() {
        var samples = new Samples();
        var files = new java.util.ArrayList<Samples.File>();
        Samples.MONTHS.forEach(month -> files.addAll(samples.signIns(month)));
        Collections.shuffle(files, new Random(3));
        files.forEach(file -> Api.imported(file.tenant(), file.content()));
        Api.imported(files.getFirst().tenant(), files.getFirst().content());
        tenant = samples.tenant("fabrikam");
        for (var counted : List.of("imap 5", "eas 9", "pop 1")) {
            count(item(counted.split(" ")[0], "2022-08", Integer.parseInt(counted.split(" ")[1])));
        }

        assertThat(coverage("imap").path("gap").asInt()).isEqualTo(1);
        assertThat(coverage("eas").path("gap").asInt()).isZero();
        assertThat(coverage("pop").path("gap").asInt()).isZero();
        assertThat(coverage("smtp-auth").path("quiet").asBoolean()).isFalse();
    }
}
