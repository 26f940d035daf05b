package dev.cutoff.inventory.evidence.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TablesTest {

    @Test
    void a_sender_has_a_method_only_if_the_report_says_so() throws IOException {
        var heard = Heard.reading("""
                Sender address,Domain,TLS 1.0,TLS 1.1,TLS 1.2,Messages sent,Authentication Protocol
                Scanner1@Contoso.example,contoso.example,40,0,60,"1,311",Basic Authentication
                a@contoso.example,contoso.example,0,0,100,5,OAuth
                b@contoso.example,contoso.example,0,0,100,5,
                """);

        assertThat(heard.records)
                .containsExactly(
                        "2 {account=scanner1@contoso.example, protocol=smtp-auth, authMethod=basic, count=1311, detail=TLS 1.0 40 %}",
                        "3 {account=a@contoso.example, protocol=smtp-auth, authMethod=modern, count=5, detail=}",
                        "4 {account=b@contoso.example, protocol=smtp-auth, authMethod=unknown, count=5, detail=}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            1311       | 1311
            1,311      | 1311
            1.311      | 1311
            1'311      | 1311
            1\u2019311 | 1311
            1 311      | 1311
            1\u00a0311 | 1311
            1\u202f311 | 1311
            12,345,678 | 12345678
            1,00,000   | 100000
            1,5        | -
            1.31       | -
            1,234.567  | -
            1,234.5    | -
            -5         | -
            many       | -
            """)
    void thousands_are_parted_as_any_country_does_and_fractions_are_none(String written, @Nullable String count)
            throws IOException {
        var heard = Heard.reading("Sender address;Messages sent\na@contoso.example;" + written + "\n");

        if (count == null) {
            assertThat(heard.unreadable).containsExactly("2 Messages sent is no whole number");
        } else {
            assertThat(heard.records).singleElement().asString().contains("count=" + count + ",");
        }
    }

    @Test
    void a_column_may_say_that_it_is_of_percent() throws IOException {
        var heard = Heard.reading("""
                Sender address,TLS 1.0 (%),TLS 1.1 (%),TLS 1.2 (%),Messages sent
                a@contoso.example,0,12.5,87.5,5
                b@contoso.example,0,"12,5\u00a0%","87,5\u00a0%",5
                """);

        assertThat(heard.records)
                .satisfiesExactly(
                        a -> assertThat(a).contains("detail=TLS 1.1 12.5 %"),
                        b -> assertThat(b).contains("detail=TLS 1.1 12,5 %"));
    }

    @Test
    void the_day_of_the_last_activity_need_not_be_said_to_be_utc() throws IOException {
        var heard = Heard.reading("""
                AppId,SoapAction,CallVolume,LastActivityDate
                cc15fd57-2c6c-4117-a88c-83b1d56b4bbe,GetItem,5,2026-11-14
                """);

        assertThat(heard.records).singleElement().asString().endsWith("detail=GetItem, lastActivity=2026-11-14}");
    }

    @Test
    void an_app_is_known_by_its_id_under_either_name() throws IOException {
        var app = "cc15fd57-2c6c-4117-a88c-83b1d56b4bbe";
        var row = app + ",GetItem,4500,11/13/2026\n";

        var exported = Heard.reading("AppId,SOAP Action,Call Volume,Last Activity date (UTC)\n" + row);
        var shown = Heard.reading("Application ID,SOAP Action,Call Volume,Last Activity date (UTC)\n" + row);

        assertThat(exported.records)
                .containsExactly("2 {app=%s, account=%s, protocol=ews, authMethod=modern, count=4500, detail=GetItem,"
                                .formatted(app, app)
                        + " lastActivity=2026-11-13}")
                .isEqualTo(shown.records);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-14, 2026-11-14",
        "2026-11-14T00:00:00, 2026-11-14",
        "2026-11-14T23:00:00Z, 2026-11-14",
        "2026/11/14, 2026-11-14",
        "11/4/2026 12:00:00 AM, 2026-11-04",
        "2026-11-14 00:00, 2026-11-14",
        "14.11.2026, 2026-11-14",
        "4.3.2026 00:00:00, 2026-03-04",
        "31.2.2026,",
        "2/30/2026,",
        "14/11/2026,",
        "Tuesday,"
    })
    void a_day_is_read_as_exports_write_it(String written, String day) throws IOException {
        var heard = Heard.reading(
                "AppId,Call Volume,Last Activity date (UTC)\ncc15fd57-2c6c-4117-a88c-83b1d56b4bbe,1," + written + "\n");

        if (day == null) {
            assertThat(heard.unreadable).containsExactly("2 Last Activity date (UTC) is not a day such as 2026-11-14");
        } else {
            assertThat(heard.records).singleElement().asString().endsWith("lastActivity=" + day + "}");
        }
    }

    @Test
    void a_device_is_whose_its_identity_begins_with() throws IOException {
        var heard = Heard.reading("""
                #TYPE Selected.Microsoft.Exchange.Data.Directory.SystemConfiguration.MobileDevice
                UserDisplayName,Identity,DeviceId,DeviceModel,ClientType,ClientVersion
                Hana Kato,Hana@contoso.example\\ExchangeActiveSyncDevices\\1,1F7E42734F56448F85E1,Android,EAS,16.1
                EURPR01.prod.outlook.com/Microsoft/x,EURPR01.prod/x/ExchangeActiveSyncDevices/2,ApplF17,iPhone,EAS,14.1
                """);

        assertThat(heard.unreadable).isEmpty();
        assertThat(heard.records)
                .containsExactly(
                        "3 {deviceId=1F7E42734F56448F85E1, account=hana@contoso.example, person=Hana Kato, model=Android,"
                                + " operatingSystem=null, clientType=EAS, easVersion=16.1}",
                        "4 {deviceId=ApplF17, account=null, person=null, model=iPhone, operatingSystem=null, clientType=EAS,"
                                + " easVersion=14.1}");
    }

    @Test
    void the_smtp_switch_has_three_states() throws IOException {
        var csv = Heard.reading("""
                PrimarySmtpAddress,SmtpClientAuthenticationDisabled,PopEnabled
                a@contoso.example,True,False
                b@contoso.example,False,True
                c@contoso.example,,True
                d@contoso.example,maybe,True
                e@contoso.example,$null,$true
                """);
        var json = Heard.reading("""
                [{"PrimarySmtpAddress": "a@contoso.example", "SmtpClientAuthenticationDisabled": true},
                 {"PrimarySmtpAddress": "c@contoso.example", "SmtpClientAuthenticationDisabled": null}]""");
        var organisation = Heard.reading("Identity,SmtpClientAuthenticationDisabled\nTransport Settings,True\n");

        assertThat(csv.records)
                .containsExactly(
                        "2 {account=a@contoso.example, pop=false, smtp-auth=false}",
                        "3 {account=b@contoso.example, pop=true, smtp-auth=true}",
                        "4 {account=c@contoso.example, pop=true, smtp-auth=null}",
                        "6 {account=e@contoso.example, pop=true, smtp-auth=null}");
        assertThat(csv.unreadable)
                .containsExactly("5 SmtpClientAuthenticationDisabled is neither True nor False nor empty");
        assertThat(json.records)
                .containsExactly(
                        "1 {account=a@contoso.example, smtp-auth=false}",
                        "2 {account=c@contoso.example, smtp-auth=null}");
        assertThat(organisation.records).containsExactly("2 {smtp-auth=false}");
    }

    @Test
    void the_switch_of_a_mailbox_is_not_taken_for_the_organisations() throws IOException {
        var heard = Heard.reading("Name,SmtpClientAuthenticationDisabled\nhana,True\nTransport Settings,False\n");

        assertThat(heard.records).containsExactly("3 {smtp-auth=true}");
        assertThat(heard.unreadable)
                .containsExactly(
                        "2 Name is not Transport Settings, the organisation; mailboxes need the column PrimarySmtpAddress");
    }

    @Test
    void what_a_json_list_says_is_kept_as_it_is() throws IOException {
        var heard = Heard.reading("""
                {"result": [{"source": "servicenow", "externalId": "a1", "location": null, "tags": ["x", "y"], "serial": 7},
                            {"source": "servicenow", "externalId": "a2", "notes": "a\\u0000b"}, 5]}""");

        assertThat(heard.records).containsExactly("1 {source=servicenow, externalId=a1, location=null, tags=[x, y]}");
        assertThat(heard.unreadable).containsExactly("2 notes contains the character NUL", "2 null is no object");
    }

    @Test
    void a_cell_of_a_csv_list_has_several_tags_and_accounts() throws IOException {
        var heard = Heard.reading("""
                source;externalId;tags;accounts;notes
                cmdb;a1;"floor 2; lobby";a@contoso.example|b@contoso.example;one, two
                cmdb;a2;,;;
                """);

        assertThat(heard.records)
                .containsExactly(
                        "2 {source=cmdb, externalId=a1, accounts=[a@contoso.example, b@contoso.example],"
                                + " tags=[floor 2, lobby], notes=one, two}",
                        "3 {source=cmdb, externalId=a2, tags=[]}");
    }

    @Test
    void a_line_of_a_json_list_that_is_broken_costs_itself() throws IOException {
        var heard = Heard.reading("""
                {"account": "a@contoso.example", "ownerEmail": "o@contoso.example"}
                {"account": "b@conto
                {"account": "c@contoso.example", "ownerEmail": "nobody"}
                {"account": "d@contoso.example", "ownerEmail": "o@contoso.example"}
                """);

        assertThat(heard.records)
                .containsExactly(
                        "1 {account=a@contoso.example, ownerEmail=o@contoso.example}",
                        "4 {account=d@contoso.example, ownerEmail=o@contoso.example}");
        assertThat(heard.unreadable).hasSize(2);
    }

    @Test
    void an_item_without_end_is_refused_before_it_fills_the_memory() throws IOException {
        var heard = Heard.reading("[{\"source\": \"s\", \"externalId\": \"x\", \"tags\": ["
                + "\"tag\",".repeat(2_000_000) + "\"tag\"]}, {\"source\": \"s\", \"externalId\": \"y\"}]");

        assertThat(heard.unreadable).containsExactly("1 null is longer than 1 MB");
        assertThat(heard.records).containsExactly("1 {source=s, externalId=y}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TITLE - August 2022\n\nPOP: 1\nIMAP: 5\nOutlook for Mac/Exchange Web Services: 2\nFax: 3\nIMAP: many\nSMTP AUTH: 1,024\n",
                "TITLE - August 2022\n\n * POP: 1\n - IMAP: 5\n\u2022\u00a0Outlook for Mac/Exchange Web Services: 2\n\u00b7 Fax: 3\n+ IMAP: many\n\tSMTP AUTH: 1,024\n",
                "<h1>TITLE - August 2022</h1><p>POP: 1<br>IMAP: 5<br/>Outlook for Mac/Exchange Web Services: 2<br>Fax: 3<br>IMAP: many<br>SMTP AUTH: 1,024</p>"
            })
    void a_monthly_post_counts_users_by_protocol(String post) throws IOException {
        var heard = Heard.reading(post.replace("TITLE", "Basic Authentication - Monthly Usage Report"));

        assertThat(heard.records)
                .extracting(record -> record.substring(record.indexOf(' ') + 1))
                .containsExactly(
                        "{protocol=pop, month=2022-08, count=1}",
                        "{protocol=imap, month=2022-08, count=5}",
                        "{protocol=ews, month=2022-08, count=2}",
                        "{protocol=smtp-auth, month=2022-08, count=1024}");
        assertThat(heard.unreadable)
                .extracting(told -> told.substring(told.indexOf(' ') + 1))
                .containsExactly("Fax is not a client class that is known here", "IMAP is no whole number");
    }

    @Test
    void a_monthly_post_keeps_its_name_where_a_mail_made_dashes_of_its_hyphen() throws IOException {
        var heard = Heard.reading("Basic Authentication \u2013 Monthly Usage Report \u2013 August 2022\nPOP: 1\n");

        assertThat(heard.records).containsExactly("2 {protocol=pop, month=2022-08, count=1}");
    }

    @Test
    void a_monthly_post_of_no_month_is_of_no_use() {
        assertThatThrownBy(() -> Heard.reading("Basic Authentication - Monthly Usage Report\nPOP: 1\n"))
                .isInstanceOf(BrokenDocument.class)
                .hasMessageContaining("no month");
    }
}
