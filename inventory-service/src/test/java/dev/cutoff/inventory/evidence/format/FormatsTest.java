package dev.cutoff.inventory.evidence.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormatsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            Date (UTC),Request ID,Client app                                           ~ ENTRA_SIGN_IN_CSV
            REQUEST ID ,  date  (utc)                                                  ~ ENTRA_SIGN_IN_CSV
            Date (UTC);Request ID;Client app                                           ~ ENTRA_SIGN_IN_CSV
            {"value": [{"id": "a", "createdDateTime": "x", "userId": "u"}]}            ~ GRAPH_SIGN_IN_JSON
            {"@odata.context": "c", "@odata.nextLink": "n", "value": [{"createdDateTime": "x", "appId": "a"}]} ~ GRAPH_SIGN_IN_JSON
            {"value": []}                                                              ~ GRAPH_SIGN_IN_JSON
            []                                                                         ~ GRAPH_SIGN_IN_JSON
            [{"createdDateTime": "x", "clientAppUsed": "IMAP4"}]                       ~ GRAPH_SIGN_IN_JSON
            {"createdDateTime": "x", "userPrincipalName": "u"}                         ~ GRAPH_SIGN_IN_NDJSON
            {"createdDateTime": "x", "servicePrincipalId": "u"}                        ~ GRAPH_SIGN_IN_NDJSON
            account,ownerEmail                                                         ~ OWNER_LIST_CSV
            Owner Email,Account                                                        ~ OWNER_LIST_CSV
            source,externalId,tenantId,account,ownerEmail                              ~ CLIENT_LIST_CSV
            [{"source": "s", "externalId": "x"}]                                       ~ CLIENT_LIST_JSON
            {"result": [{"source": "s", "externalId": "x"}]}                           ~ CLIENT_LIST_JSON
            {"account": "a", "ownerEmail": "o"}                                        ~ OWNER_LIST_JSON
            Sender address,Domain,TLS 1.0,TLS 1.1,TLS 1.2,Messages sent                ~ SMTP_AUTH_CLIENTS
            Messages sent;Authentication Protocol;Sender Address                       ~ SMTP_AUTH_CLIENTS
            AppId,SOAP Action,Call Volume,Last Activity date (UTC)                     ~ EWS_WEEKLY_USAGE
            Application ID,SOAP Action,Call Volume,Last Activity date (UTC)            ~ EWS_WEEKLY_USAGE
            UserDisplayName,Identity,DeviceId,DeviceModel,ClientType,ClientVersion     ~ MOBILE_DEVICES
            PrimarySmtpAddress,SmtpClientAuthenticationDisabled,PopEnabled             ~ CAS_MAILBOXES
            [{"PrimarySmtpAddress": "a", "SmtpClientAuthenticationDisabled": null}]    ~ CAS_MAILBOXES
            Identity,SmtpClientAuthenticationDisabled                                  ~ TRANSPORT_CONFIG
            Basic Authentication - Monthly Usage Report - August 2022                  ~ MONTHLY_USAGE_POST
            [{"Id": "1", "CreatedDateTime": "x", "UserId": "u"}] ~ GRAPH_SIGN_IN_JSON
            {"Id": "1", "CreatedDateTime": "x", "AppId": "u"} ~ GRAPH_SIGN_IN_NDJSON
            [{"@odata.context": "c", "value": [{"id": "1", "createdDateTime": "x", "userId": "u"}]}] ~ GRAPH_SIGN_IN_JSON
            [{"Id": "MC1", "Title": "t", "Services": [], "LastModifiedDateTime": "x"}] ~ SERVICE_MESSAGES
            {"value": [{"id": "MC1", "title": "t", "services": [], "lastModifiedDateTime": "x"}]} ~ SERVICE_MESSAGES
            """)
    void a_format_is_told_from_its_content(String beginning, FormatName name) throws IOException {
        assertThat(Heard.formatOf(beginning)).isEqualTo(name);
    }

    @Test
    void a_record_on_several_lines_makes_no_ndjson() throws IOException {
        assertThat(Heard.formatOf("{\n\"createdDateTime\": \"x\",\n\"userId\": \"u\"\n}\n"))
                .isEqualTo(FormatName.GRAPH_SIGN_IN_JSON);
    }

    @Test
    void a_broken_first_line_does_not_hide_the_others() throws IOException {
        assertThat(Heard.formatOf("{\"broken\n{\"createdDateTime\": \"x\", \"userId\": \"u\"}\n"))
                .isEqualTo(FormatName.GRAPH_SIGN_IN_NDJSON);
    }

    /** {@code BYTE} is one that is no UTF-8, {@code LONG} more than a record may have. */
    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            {"value": [BAD, GOOD]}     ~ {}
            {"value": [BAD, GOOD]}     ~ null
            {"value": [BAD, GOOD]}     ~ "text"
            {"value": [BAD, GOOD]}     ~ [[1], {"createdDateTime": "x"}]
            {"value": [BAD, GOOD]}     ~ {"id": "short"}
            {"value": [BAD, GOOD]}     ~ {"userDisplayName": "BYTE", "createdDateTime": "x"}
            {"value": [BAD, GOOD]}     ~ {"userDisplayName": "LONG"}
            [BAD, GOOD]                ~ {}
            [{"value": [BAD, GOOD]}]   ~ {}
            BAD\\nGOOD                  ~ null
            BAD\\nGOOD                  ~ not even JSON
            BAD\\nGOOD                  ~ {"userDisplayName": "LONG"}
            """)
    void a_broken_first_record_does_not_hide_the_others(String body, String bad) throws IOException {
        var good = "{\"id\": \"8bb6f14a-714e-4fdc-89f6-05418818a00b\", \"createdDateTime\": \"2026-11-14T20:22:36Z\","
                + " \"userPrincipalName\": \"a@b.example\", \"status\": {\"errorCode\": 0}}";
        var text = body.replace("\\n", "\n")
                .replace("GOOD", good)
                .replace("BAD", bad)
                .replace("LONG", "x".repeat(1_100_000))
                .replace("BYTE", "\u00e9");

        var heard = Heard.reading(text.getBytes(StandardCharsets.ISO_8859_1));

        assertThat(heard.records).last().asString().contains("a@b.example");
        assertThat(heard.records.size() + heard.unreadable.size()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            [{"source": "s"}, {"source": "s", "externalId": "x"}]                                ~ CLIENT_LIST_JSON
            [null, {"account": "a", "ownerEmail": "o"}]                                          ~ OWNER_LIST_JSON
            {"value": [7, {"id": "MC1", "title": "t", "services": [], "lastModifiedDateTime": "x"}]} ~ SERVICE_MESSAGES
            """)
    void a_broken_first_item_does_not_hide_what_list_it_is(String beginning, FormatName name) throws IOException {
        assertThat(Heard.formatOf(beginning)).isEqualTo(name);
    }

    /** Of any list that may stand one a line. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"source\": \"s\", \"exter",
                "{\"source\": \"s\"}",
                "{\"source\": nothing, \"externalId\": \"x\"}",
                "{}",
                "null",
                "not even JSON",
                "\"text\""
            })
    void a_broken_first_line_costs_itself_and_no_other(String broken) throws IOException {
        for (var good : List.of(
                "{\"source\": \"s\", \"externalId\": \"x\", \"kind\": \"device\"}",
                "{\"Identity\": \"a@b.example\\\\X\", \"DeviceId\": \"ApplF17\", \"DeviceModel\": \"iPhone\"}",
                "{\"account\": \"a@b.example\", \"ownerEmail\": \"o@b.example\"}",
                "{\"PrimarySmtpAddress\": \"a@b.example\", \"PopEnabled\": true}",
                "{\"id\": \"MC237741\", \"title\": \"t\", \"services\": [], \"lastModifiedDateTime\": \"2022-09-01T00:00:00Z\"}")) {

            var heard = Heard.reading(broken + "\n" + good + "\r\n" + good + "\n");

            // What is an object of its own may be handed on, for the rules of an upsert to refuse.
            assertThat(heard.records).as(good).hasSizeBetween(2, 3);
            assertThat(heard.records.size() + heard.unreadable.size()).as(good).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            ``                                                      ~ ``
            Sender address,Domain                                   ~ Sender address,Domain
            Dear Sir or Madam                                       ~ Dear Sir or Madam
            {"value": [{"id": "MC237741", "title": "t"}]}           ~ JSON with id, title
            {"error": {"code": "x"}}                                ~ JSON with error
            <html>                                                  ~ <html>
            DisplayName,SmtpClientAuthenticationDisabled            ~ DisplayName,SmtpClientAuthenticationDisabled
            """)
    void what_is_none_is_shown_as_it_begins(String beginning, String seen) throws IOException {
        var opening = Opening.of(new ByteArrayInputStream(beginning.getBytes(StandardCharsets.UTF_8)));

        assertThat(Formats.of(opening)).isEmpty();
        assertThat(opening.seen()).isEqualTo(seen);
    }

    @Test
    void what_is_not_even_text_is_shown_without_its_control_characters() throws IOException {
        var opening = Opening.of(new ByteArrayInputStream(new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 1, 2}));

        assertThat(Formats.of(opening)).isEmpty();
        assertThat(opening.seen()).doesNotContainPattern("\\p{Cntrl}");
    }
}
