package dev.cutoff.timeline.exemption;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.testing.Tokens;
import dev.cutoff.timeline.InventoryStub;
import dev.cutoff.timeline.Timeline;
import dev.cutoff.timeline.TimelineTest;
import io.restassured.response.Response;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each way in which the ledger says no, with what is possible instead. */
@TimelineTest
class ExemptionRefusalsTest {

    private static final String TICKET = ", \"channel\": \"support-ticket\", \"reference\": \"120012345678\"";
    private static final String SELF_SERVICE = ", \"channel\": \"self-service\"";

    private final UUID tenant = InventoryStub.tenant("worldwide", "2016-04-11");
    private final UUID gcc = InventoryStub.tenant("gcc", "2018-09-03");

    @Test
    void an_opt_out_in_october_is_refused_and_told_of_the_re_enable() {
        Timeline.now("2022-10-01T00:00:00Z");

        var answer = Timeline.exempt(tenant, "opt-out", "imap,pop");

        assertThatJson(answer.asString()).isEqualTo("""
                {"type": "urn:cutoff:problem:opt-out-window-closed", "title": "The time to opt out is another", "status": 409,
                 "detail": "Opting out is possible from 2022-09-01 to 2022-09-30 only (MC424238).",
                 "protocols": ["imap", "pop"],
                 "allowed": [
                   {"action": "re-enable", "allowed": false,
                    "reason": "Only what was switched off can be re-enabled, and nothing on file says that imap was; if it is off, say since when in observedOffAt.",
                    "from": "2022-10-01T00:00:00Z", "until": "2023-01-01T00:00:00Z", "effectiveUntil": null, "channel": "self-service"},
                   {"action": "self-block", "allowed": true,
                    "reason": "The tenant may block it itself at any time; a re-enable does not lift that.",
                    "from": null, "until": null, "effectiveUntil": null, "channel": "self-service"}]}""");
    }

    @Test
    void an_opt_out_on_the_last_day_is_accepted() {
        Timeline.now("2022-09-30T23:59:59Z");

        assertThat(Timeline.exempt(tenant, "opt-out", "imap").statusCode()).isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource({
        "smtp-auth, protocol-not-covered",
        "reporting-web-service, exemption-not-offered",
        "other, protocol-not-covered"
    })
    void what_is_not_switched_off_by_tenant_needs_no_opt_out(String protocol, String type) {
        Timeline.now("2022-09-12T08:00:00Z");

        refused(Timeline.exempt(tenant, "opt-out", protocol), type);
        refused(Timeline.exempt(tenant, "re-enable", protocol, TICKET), type);
        assertThat(Timeline.exempt(tenant, "self-block", protocol).statusCode()).isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource({"gcc-high", "dod", "china"})
    void a_cloud_of_which_nothing_was_said_offers_nothing_but_the_tenants_own_block(String cloud) {
        Timeline.now("2022-09-12T08:00:00Z");
        var other = InventoryStub.tenant(cloud, null);

        refused(Timeline.exempt(other, "opt-out", "imap"), "protocol-not-covered");
        assertThat(Timeline.exempt(other, "self-block", "imap").statusCode()).isEqualTo(201);
    }

    @Test
    void all_protocols_of_a_request_are_accepted_or_none() {
        Timeline.now("2022-09-12T08:00:00Z");

        var answer = Timeline.exempt(tenant, "opt-out", "imap,smtp-auth");

        refused(answer, "protocol-not-covered");
        assertThatJson(answer.asString()).inPath("protocols").isEqualTo("[\"smtp-auth\"]");
        assertThatJson(Timeline.get("/v1/tenants/" + tenant + "/exemptions").asString())
                .inPath("items")
                .isEqualTo("[]");
    }

    @Test
    void before_the_window_opens_only_a_ticket_re_enables_what_is_off() {
        Timeline.now("2022-09-30T12:00:00Z");
        Timeline.vendorSays(tenant, "disabled", "MC430001", ", \"day\": \"2022-09-28\", \"protocols\": [\"imap\"]");

        var answer = Timeline.exempt(tenant, "re-enable", "imap", SELF_SERVICE);

        refused(answer, "re-enable-window-not-open");
        assertThatJson(answer.asString()).inPath("allowed[0].channel").isEqualTo("self-service");
        assertThatJson(answer.asString()).inPath("allowed[1].channel").isEqualTo("support-ticket");
        refused(Timeline.exempt(tenant, "re-enable", "imap"), "re-enable-window-not-open");
        refused(
                Timeline.exempt(tenant, "re-enable", "imap", ", \"channel\": \"support-ticket\""),
                "reference-required");
        refused(Timeline.exempt(tenant, "re-enable", "pop", TICKET), "not-switched-off");
        assertThat(Timeline.exempt(tenant, "re-enable", "imap", TICKET).statusCode())
                .isEqualTo(201);
    }

    @Test
    void what_works_is_not_re_enabled_unless_somebody_saw_it_off() {
        Timeline.now("2022-10-20T12:00:00Z");

        refused(Timeline.exempt(tenant, "re-enable", "imap"), "not-switched-off");
        assertThat(Timeline.exempt(tenant, "re-enable", "imap", ", \"observedOffAt\": \"2022-10-20T06:15:00Z\"")
                        .statusCode())
                .isEqualTo(201);
        assertThatJson(Timeline.line(tenant, "imap", "&at=2022-10-20T07:00:00Z"))
                .and(
                        line -> line.node("state").isEqualTo("off"),
                        line -> line.node("basis").isEqualTo("observed"),
                        line -> line.node("observed.value").isEqualTo("off"));
    }

    @Test
    void a_protocol_is_re_enabled_once() {
        Timeline.now("2022-10-21T08:00:00Z");
        Timeline.vendorSays(
                tenant,
                "scheduled",
                "MC438001",
                ", \"day\": \"2022-10-20\", \"publishedAt\": \"2022-10-13T09:00:00Z\"");
        assertThat(Timeline.exempt(tenant, "re-enable", "imap").statusCode()).isEqualTo(201);

        var answer = Timeline.exempt(tenant, "re-enable", "imap");

        refused(answer, "re-enable-budget-spent");
        assertThatJson(answer.asString()).inPath("allowed[*].action").isEqualTo("[\"self-block\"]");
        assertThat(Timeline.exempt(tenant, "re-enable", "pop").statusCode()).isEqualTo(201);
    }

    @Test
    void after_the_end_of_the_year_nothing_is_re_enabled() {
        Timeline.now("2023-01-01T00:00:00Z");
        Timeline.vendorSays(
                tenant,
                "scheduled",
                "MC438001",
                ", \"day\": \"2022-10-20\", \"publishedAt\": \"2022-10-13T09:00:00Z\"");

        refused(Timeline.exempt(tenant, "re-enable", "imap"), "re-enable-window-closed");
        refused(Timeline.exempt(tenant, "re-enable", "imap", TICKET), "re-enable-window-closed");
        assertThat(Timeline.exempt(tenant, "re-enable", "imap", ", \"requestedAt\": \"2022-12-31T22:00:00Z\"")
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void in_gcc_there_is_no_self_service() {
        Timeline.now("2022-09-20T08:00:00Z");
        refused(Timeline.exempt(gcc, "opt-out", "eas", SELF_SERVICE), "channel-not-available");
        assertThat(Timeline.exempt(gcc, "opt-out", "eas").statusCode()).isEqualTo(201);

        Timeline.now("2022-10-31T08:00:00Z");
        Timeline.vendorSays(
                gcc, "scheduled", "MC438002", ", \"day\": \"2022-10-28\", \"publishedAt\": \"2022-10-21T09:00:00Z\"");
        refused(Timeline.exempt(gcc, "re-enable", "imap", SELF_SERVICE), "channel-not-available");
        refused(Timeline.exempt(gcc, "re-enable", "imap"), "reference-required");
        var ticket = Timeline.exempt(gcc, "re-enable", "imap", ", \"reference\": \"120012345678\"");
        assertThat(ticket.statusCode()).isEqualTo(201);
        assertThatJson(ticket.asString()).inPath("items[0].channel").isEqualTo("support-ticket");
    }

    @Test
    void an_app_is_not_allowed_by_a_rule_that_knows_no_apps() {
        Timeline.now("2022-09-12T08:00:00Z");

        refused(Timeline.exempt(tenant, "allowed-app", "ews", ", \"appIds\": [\"a\"]"), "exemption-not-offered");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            opt-out    | , "requestedAt": "2022-09-12T09:00:00Z"                                                     | /requestedAt
            opt-out    | , "requestedAt": "-9999-01-01T00:00:00Z"                                                    | /requestedAt
            re-enable  | , "observedOffAt": "2022-09-12T09:00:00Z"                                                   | /observedOffAt
            re-enable  | , "requestedAt": "2022-09-10T08:00:00Z", "observedOffAt": "2022-09-11T08:00:00Z"            | /observedOffAt
            opt-out    | , "observedOffAt": "2022-09-11T08:00:00Z"                                                   | /observedOffAt
            opt-out    | , "requestedAt": "2022-09-10T08:00:00Z", "confirmedAt": "2022-09-09T08:00:00Z"              | /confirmedAt
            opt-out    | , "accounts": ["a@contoso.example"]                                                         | /accounts
            opt-out    | , "appIds": ["a"]                                                                           | /appIds
            opt-out    | , "channel": "pigeon"                                                                       | /channel
            opt-out    | , "colour": "red"                                                                           | /colour
            """)
    void what_cannot_be_is_invalid_and_no_matter_of_rules(String kind, String more, String pointer) {
        Timeline.now("2022-09-12T08:00:00Z");

        var answer = Timeline.exempt(tenant, kind, "imap", more);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThatJson(answer.asString()).inPath("errors[0].pointer").isEqualTo(pointer);
    }

    @Test
    void a_programme_that_is_not_known_is_answered_with_those_that_are() {
        var answer = Timeline.as(Tokens.operator(tenant))
                .body("{\"programme\": \"fax\", \"kind\": \"opt-out\", \"protocols\": [\"imap\"]}")
                .post("/v1/tenants/" + tenant + "/exemptions");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThatJson(answer.asString()).inPath("errors[0].pointer").isEqualTo("/programme");
        assertThatJson(answer.asString())
                .inPath("errors[0].detail")
                .isString()
                .startsWith("must be one of activesync-below-16-1, ")
                .contains("exchange-online-basic-auth");
    }

    private static void refused(Response answer, String type) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(409);
        assertThatJson(answer.asString()).inPath("type").isEqualTo("urn:cutoff:problem:" + type);
        assertThatJson(answer.asString()).inPath("detail").isString().isNotEmpty();
    }
}
