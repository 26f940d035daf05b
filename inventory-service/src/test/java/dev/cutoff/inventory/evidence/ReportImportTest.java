package dev.cutoff.inventory.evidence;

import static dev.cutoff.inventory.evidence.SignInLog.at;
import static io.restassured.RestAssured.given;
import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cutoff.inventory.Api;
import dev.cutoff.inventory.Database;
import dev.cutoff.inventory.InventoryTest;
import dev.cutoff.testing.Tokens;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What reports, exports and messages bring beside sign-ins. */
@InventoryTest
class ReportImportTest {

    private static final String SENDERS = """
            Sender address,Domain,TLS 1.0,TLS 1.1,TLS 1.2,Messages sent,Authentication Protocol
            scanner1@contoso.example,contoso.example,0,0,100,311,Basic Authentication
            paul@contoso.example,contoso.example,0,0,100,699,Modern Authentication
            """;

    private UUID tenant;

    @BeforeEach
    void makeTenant() {
        tenant = Api.tenant();
    }

    @Test
    void a_report_does_not_speak_to_a_day_that_has_not_come() {
        given().auth()
                .oauth2(Tokens.operator(tenant))
                .contentType("application/octet-stream")
                .body(SENDERS.getBytes(StandardCharsets.UTF_8))
                .post("/v1/imports?tenant=" + tenant + "&asOf=2999-12-31")
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo("asOf"));
    }

    @Test
    void a_report_alone_makes_a_usage_without_successes_and_a_client() {
        var job = imported("asOf=2026-11-21", SENDERS);

        assertThatJson(job.toString()).inPath("format").isEqualTo("smtp-auth-clients");
        assertThatJson(job.toString()).inPath("accepted").isEqualTo(2);
        assertThat(usages("&authMethod=basic")).singleElement().satisfies(usage -> {
            assertThatJson(usage.toString()).inPath("account").isEqualTo("scanner1@contoso.example");
            assertThatJson(usage.toString()).inPath("protocol").isEqualTo("smtp-auth");
            assertThatJson(usage.toString()).inPath("successes").isEqualTo(0);
            assertThatJson(usage.toString()).inPath("lastSeen").isEqualTo(null);
            assertThatJson(usage.toString()).inPath("clientIds").isArray().hasSize(1);
            assertThatJson(usage.toString()).inPath("reports").isEqualTo("""
                    [{"source": "smtp-auth-clients", "asOf": "2026-11-21", "count": 311, "detail": null, "lastActivity": null,
                      "methodStated": true}]""");
        });
        assertThat(usages("&attemptsOnly=true")).isEmpty();
        assertThat(usages(""))
                .extracting(usage -> usage.path("authMethod").asText() + " "
                        + usage.path("migration").asText())
                .containsExactlyInAnyOrder("basic at-risk", "modern unaffected");
        assertThat(clients())
                .extracting(client -> client.path("account").asText() + " "
                        + client.path("migration").asText())
                .containsExactlyInAnyOrder("scanner1@contoso.example at-risk", "paul@contoso.example unknown");
    }

    @Test
    void a_figure_is_replaced_by_the_same_day_and_superseded_by_a_later_one() {
        imported("asOf=2026-11-21", SENDERS);
        var again = imported("asOf=2026-11-21", SENDERS);
        var corrected = imported("asOf=2026-11-21", SENDERS.replace("311", "312"));
        imported("asOf=2026-11-14", SENDERS.replace("311", "900"));

        assertThatJson(again.toString()).inPath("known").isEqualTo(2);
        assertThatJson(corrected.toString()).inPath("accepted").isEqualTo(1);
        assertThatJson(usages("&authMethod=basic").getFirst().toString())
                .inPath("reports[0].count")
                .isEqualTo(312);
    }

    @Test
    void figures_of_a_report_stand_beside_those_of_sign_ins_in_any_order() {
        var log = SignInLog.of(
                        tenant,
                        at("2026-11-02T10:00:00Z", "scanner1@contoso.example", "Authenticated SMTP", "JavaMail"))
                .csv();
        var other = Api.tenant();

        imported("asOf=2026-11-21", SENDERS);
        Api.imported(tenant, log);
        Api.imported(other, log.replace(tenant.toString(), other.toString()));
        Api.imported(other, "asOf=2026-11-21", SENDERS.getBytes(StandardCharsets.UTF_8));

        var usage = usages("&authMethod=basic").getFirst();
        assertThatJson(usage.toString()).inPath("successes").isEqualTo(1);
        assertThatJson(usage.toString()).inPath("reports[0].count").isEqualTo(311);
        assertThat(clients())
                .extracting(client -> client.path("product").asText())
                .containsExactlyInAnyOrder("JavaMail", "null");
        assertThat(Api.all(Tokens.viewer(other), "/v1/clients?tenant=" + other))
                .extracting(client ->
                        client.path("product").asText() + client.path("account").asText())
                .containsExactlyInAnyOrderElementsOf(clients().stream()
                        .map(client -> client.path("product").asText()
                                + client.path("account").asText())
                        .toList());
    }

    private static final String UNSTATED = "Sender address,Messages sent\nscanner1@contoso.example,7\n";

    @Test
    void a_report_that_names_no_method_stands_with_what_the_account_is_known_to_use_in_any_order() {
        var basic = SignInLog.of(
                        tenant,
                        at("2022-08-02T10:00:00Z", "scanner1@contoso.example", "Authenticated SMTP", "JavaMail"))
                .csv();
        var blocked = SignInLog.of(
                        tenant,
                        at("2022-08-03T10:00:00Z", "scanner1@contoso.example", "Authenticated SMTP", "JavaMail")
                                .withResult(53003))
                .csv();
        var attempt = SignInLog.of(
                        tenant,
                        at("2022-08-04T10:00:00Z", "scanner1@contoso.example", "Authenticated SMTP", "")
                                .withResult(50126))
                .csv();

        var orders = List.of(
                List.of(UNSTATED, attempt, basic, blocked),
                List.of(basic, UNSTATED, blocked, attempt),
                List.of(attempt, blocked, UNSTATED, basic));

        for (var order : orders) {
            Database.forget(tenant);
            order.forEach(file -> imported("asOf=2022-08-31", file));
            assertThatJson(imported("asOf=2022-08-31", UNSTATED).toString())
                    .inPath("known")
                    .isEqualTo(1);

            assertThat(usages("")).as("order %s", order).singleElement().satisfies(usage -> {
                assertThatJson(usage.toString()).inPath("authMethod").isEqualTo("basic");
                assertThatJson(usage.toString()).inPath("successes").isEqualTo(1);
                assertThatJson(usage.toString()).inPath("reports[*].count").isEqualTo("[7]");
                assertThatJson(usage.toString())
                        .inPath("reports[0].methodStated")
                        .isEqualTo(false);
            });
            assertThat(usages("&attemptsOnly=true")).isEmpty();
            assertThat(clients())
                    .singleElement()
                    .satisfies(client ->
                            assertThatJson(client.toString()).inPath("product").isEqualTo("JavaMail"));
        }
    }

    @Test
    void without_sign_ins_it_makes_a_usage_of_an_unknown_method_and_attempts_do_not_take_it_away() {
        imported("asOf=2022-08-31", UNSTATED);
        imported(
                "asOf=2022-08-31",
                SignInLog.of(
                                tenant,
                                at("2022-08-04T10:00:00Z", "scanner1@contoso.example", "Authenticated SMTP", "")
                                        .withResult(50126))
                        .csv());

        assertThat(usages("")).singleElement().satisfies(usage -> {
            assertThatJson(usage.toString()).inPath("authMethod").isEqualTo("unknown");
            assertThatJson(usage.toString()).inPath("reports[0].count").isEqualTo(7);
            assertThat(usage.path("clientIds")).hasSize(1);
        });
    }

    @Test
    void an_app_that_calls_ews_is_known_by_name_and_one_client_with_its_sign_ins() {
        var app = "cc15fd57-2c6c-4117-a88c-83b1d56b4bbe";
        Api.imported(tenant, """
                {"value": [{"id": "a4ec9988-9ad0-4e31-baaa-a925d966b6ea", "createdDateTime": "2026-11-17T08:10:00Z",
                  "servicePrincipalId": "e795cde3-e3a2-4b8a-8ff5-8cbbea6e084f", "appId": "%s", "status": {"errorCode": 0}}]}""".formatted(app));
        var job = imported("asOf=2026-11-21", """
                AppId,SOAP Action,Call Volume,Last Activity date (UTC)
                %s,SyncFolderItems,2181,2026-11-14
                %s,GetItem,2552,2026-11-09
                not-an-app,GetItem,1,2026-11-09
                """.formatted(app, app));

        assertThatJson(job.toString()).inPath("rejected").isEqualTo(1);
        assertThat(usages("&protocol=ews")).singleElement().satisfies(usage -> {
            assertThatJson(usage.toString()).inPath("account").isEqualTo(app);
            assertThatJson(usage.toString()).inPath("reports[*].count").isEqualTo("[2552, 2181]");
            assertThatJson(usage.toString()).inPath("reports[1].lastActivity").isEqualTo("2026-11-14");
        });
        assertThat(clients()).singleElement().satisfies(client -> {
            assertThatJson(client.toString()).inPath("product").isEqualTo("Microsoft Teams Services");
            assertThatJson(client.toString()).inPath("kind").isEqualTo("service");
            assertThatJson(client.toString())
                    .describedAs("the token of three days later is what it calls EWS with")
                    .inPath("migration")
                    .isEqualTo("at-risk");
        });
    }

    @Test
    void a_device_is_a_client_that_takes_the_usage_of_its_account_and_makes_none() {
        var devices = """
                UserDisplayName,Identity,DeviceId,DeviceModel,ClientType,ClientVersion
                Hana Kato,hana@contoso.example\\ExchangeActiveSyncDevices\\1,1F7E42734F56448F85E1,Apple-iPhone9C1,EAS,14.1
                """;

        var job = imported("asOf=2026-11-21", devices);
        assertThat(usages("")).isEmpty();
        Api.imported(
                tenant,
                SignInLog.of(
                                tenant,
                                at(
                                        "2022-08-02T10:00:00Z",
                                        "hana@contoso.example",
                                        "Exchange ActiveSync",
                                        "Apple-iPhone9C1/1402.100"))
                        .csv());

        assertThatJson(job.toString()).inPath("accepted").isEqualTo(1);
        assertThat(clients()).singleElement().satisfies(client -> {
            assertThatJson(client.toString()).inPath("kind").isEqualTo("mobile-app");
            assertThatJson(client.toString()).inPath("product").isEqualTo("iOS Mail");
            assertThatJson(client.toString()).inPath("name").isEqualTo("Apple-iPhone9C1 of Hana Kato");
            assertThatJson(client.toString()).inPath("tags").isEqualTo("[\"eas-14.1\"]");
            assertThatJson(client.toString())
                    .inPath("externalIds")
                    .isEqualTo("[{\"source\": \"exchange-mobile-devices\", \"id\": \"1F7E42734F56448F85E1\"}]");
            assertThat(usages("").getFirst().path("clientIds").get(0)).isEqualTo(client.path("id"));
        });
    }

    @Test
    void a_mailbox_says_for_itself_and_else_the_organisation_says() {
        imported(
                "asOf=2026-11-21",
                SENDERS.replace("paul@", "scanner2@") + "scanner3@contoso.example,,0,0,100,1,Basic\n");
        imported("asOf=2026-11-21", "Identity,SmtpClientAuthenticationDisabled\nTransport Settings,True\n");
        imported("asOf=2026-11-21", """
                PrimarySmtpAddress,SmtpClientAuthenticationDisabled
                scanner1@contoso.example,True
                scanner2@contoso.example,False
                scanner3@contoso.example,
                """);

        assertThat(usages(""))
                .extracting(usage -> usage.path("account").asText().substring(0, 8) + " "
                        + usage.path("blockedBy").asText())
                .containsExactlyInAnyOrder("scanner1 mailbox-switch", "scanner2 null", "scanner3 organisation-switch");
    }

    @Test
    void a_success_outlives_a_switch_that_was_read_before_it() {
        imported("asOf=2026-11-01", "PrimarySmtpAddress,ImapEnabled\na@contoso.example,False\n");
        Api.imported(
                tenant,
                SignInLog.of(tenant, at("2026-11-02T00:00:00Z", "a@contoso.example", "IMAP4", ""))
                        .csv());
        assertThat(usages("").getFirst().path("blockedBy").isNull()).isTrue();

        imported("asOf=2026-11-02", "PrimarySmtpAddress,ImapEnabled\na@contoso.example,False\n");
        assertThat(usages("").getFirst().path("blockedBy").asText()).isEqualTo("mailbox-switch");
    }

    @Test
    void a_monthly_post_that_comes_as_a_message_is_kept_and_counted() {
        var job = imported("dryRun=false", """
                {"value": [{"id": "MC312373", "title": "Basic Authentication - Monthly Usage Report - August 2022", "services": [],
                  "lastModifiedDateTime": "2022-09-07T19:03:15Z",
                  "body": {"contentType": "html", "content": "<p>Per protocol: see below</p><p>POP:&nbsp;0<br>IMAP: 5</p>"}}]}""");

        assertThatJson(job.toString()).inPath("accepted").isEqualTo(1);
        assertThat(Api.all(Tokens.viewer(tenant), "/v1/coverage?tenant=" + tenant))
                .extracting(line -> line.path("protocol").asText() + " "
                        + line.path("month").asText() + " "
                        + line.path("vendorCount").asInt())
                .containsExactlyInAnyOrder("imap 2022-08 5", "pop 2022-08 0");
    }

    @Test
    void messages_are_kept_as_often_as_they_were_published() {
        var page = """
                {"value": [{"id": "MC237741", "title": "Basic Authentication", "services": ["Exchange Online"], "tags": ["Retirement"],
                  "lastModifiedDateTime": "2021-02-04T19:03:15Z", "startDateTime": "2021-02-04T19:03:15Z",
                  "endDateTime": "2022-06-30T07:00:00Z", "actionRequiredByDateTime": null, "category": "planForChange",
                  "severity": "normal", "isMajorChange": false, "body": {"contentType": "html", "content": "<p>We are</p>"},
                  "details": [{"name": "ExternalLink", "value": "https://example.com"}]}]}""";
        var first = imported("dryRun=false", page);
        var again = imported("dryRun=false", page);
        imported("dryRun=false", page.replace("2021-02-04T19:03:15Z\", \"startD", "2021-09-23T19:03:15Z\", \"startD"));

        assertThatJson(first.toString()).inPath("accepted").isEqualTo(1);
        assertThatJson(again.toString()).inPath("known").isEqualTo(1);
        assertThat(Api.all(Tokens.viewer(tenant), "/v1/service-messages?tenant=" + tenant + "&id=MC237741"))
                .hasSize(2)
                .first()
                .satisfies(message -> {
                    assertThatJson(message.toString()).inPath("body").isEqualTo("<p>We are</p>");
                    assertThatJson(message.toString()).inPath("services").isEqualTo("[\"Exchange Online\"]");
                    assertThatJson(message.toString()).inPath("details[0].name").isEqualTo("ExternalLink");
                });
    }

    @Test
    void a_monthly_post_is_counted_and_changes_no_usage() {
        var post = """
                Basic Authentication - Monthly Usage Report - August 2022

                POP: 0
                IMAP: 5
                """;
        var first = imported("dryRun=false", post);
        var again = imported("dryRun=false", post.replace("5", "6"));

        assertThatJson(first.toString()).inPath("format").isEqualTo("monthly-usage-post");
        assertThatJson(first.toString()).inPath("accepted").isEqualTo(2);
        assertThatJson(again.toString()).inPath("accepted").isEqualTo(1);
        assertThatJson(again.toString()).inPath("known").isEqualTo(1);
        assertThat(usages("")).isEmpty();
        assertThat(Database.select("select count::text from vendor_count where protocol = 'imap' and tenant_id = '%s'"
                        .formatted(tenant)))
                .containsExactly("6");
    }

    @Test
    void a_client_list_may_be_json_and_a_row_of_another_tenant_is_rejected() {
        var job = imported("dryRun=false", """
                [{"source": "servicenow", "externalId": "a1", "kind": "device", "accounts": ["scanner1@contoso.example"]},
                 {"source": "servicenow", "externalId": "a2", "tenantId": "%s", "kind": "device"},
                 {"source": "servicenow", "externalId": "a3", "kind": "toaster"}]""".formatted(UUID.randomUUID()));

        assertThatJson(job.toString()).inPath("format").isEqualTo("client-list-json");
        assertThatJson(job.toString()).inPath("accepted").isEqualTo(1);
        assertThatJson(job.toString()).inPath("rejected").isEqualTo(2);
        assertThat(clients()).singleElement();
    }

    private JsonNode imported(String parameters, String body) {
        var job = Api.imported(tenant, parameters, body.getBytes(StandardCharsets.UTF_8));
        assertThat(job.path("status").asText()).as(job.toString()).isEqualTo("succeeded");
        return job;
    }

    private List<JsonNode> usages(String filter) {
        return Api.all(Tokens.viewer(tenant), "/v1/usages?tenant=" + tenant + filter);
    }

    private List<JsonNode> clients() {
        return Api.all(Tokens.viewer(tenant), "/v1/clients?tenant=" + tenant);
    }
}
