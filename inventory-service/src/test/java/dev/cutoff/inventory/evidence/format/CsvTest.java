package dev.cutoff.inventory.evidence.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.inventory.signin.RawSignIn;
import dev.cutoff.inventory.signin.SignInField;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

    private static final String HEADER = "Date (UTC),Request ID,Username,Sign-in error code,Location\n";

    private static String row(String id, String user) {
        return "2022-08-19T20:22:36Z," + id + "," + user + ",0,\"Boston, Massachusetts, US\"\n";
    }

    @Test
    void columns_are_found_by_name_however_they_stand() throws IOException {
        var heard = Heard.reading("""
                Incoming token type, USERNAME ,Sign-in  Error Code,Incoming token type,Date (UTC),request id,Surprise
                ,a@contoso.example,0,,2022-08-19T20:22:36Z,one,
                """);

        assertThat(heard.records).containsExactly("2 one a@contoso.example 0");
    }

    @Test
    void of_a_doubled_column_the_one_that_says_something_counts() throws IOException {
        var heard = Heard.reading("""
                Date (UTC),Request ID,Username,Username,Sign-in error code
                2022-08-19T20:22:36Z,one,,a@contoso.example,0
                2022-08-19T20:22:36Z,two,b@contoso.example,c@contoso.example,0
                """);

        assertThat(heard.records).containsExactly("2 one a@contoso.example 0", "3 two b@contoso.example 0");
    }

    @Test
    void a_header_that_comes_again_is_no_record() throws IOException {
        var heard = Heard.reading(HEADER + HEADER + row("one", "a") + HEADER.toUpperCase() + row("two", "b"));

        assertThat(heard.records).containsExactly("3 one a 0", "5 two b 0");
        assertThat(heard.unreadable).isEmpty();
    }

    /** Where files were put behind each other, each with its byte-order mark; and a blank that a page on the web does not break at. */
    @Test
    void a_header_is_known_behind_a_mark_and_with_any_blank() throws IOException {
        var heard = Heard.reading(HEADER.replace("Request ID", "Request\u00a0ID") + row("one", "a") + "\uFEFF" + HEADER
                + row("two", "b"));

        assertThat(heard.records).containsExactly("2 one a 0", "4 two b 0");
        assertThat(heard.unreadable).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sep=,\n", "SEP=,\r\n", "#TYPE Selected.System.Object\n", "\"#TYPE x\"\n"})
    void a_line_for_excel_or_of_powershell_before_the_header_is_none(String before) throws IOException {
        var heard = Heard.reading(before + HEADER + row("one", "a"));

        assertThat(heard.records).containsExactly("3 one a 0");
        assertThat(heard.unreadable).isEmpty();
    }

    @Test
    void lines_end_in_any_way_and_blank_ones_are_none() throws IOException {
        var heard = Heard.reading((HEADER + row("one", "a") + "\n" + row("two", "b")).replace("\n", "\r\n"));

        assertThat(heard.records).containsExactly("2 one a 0", "4 two b 0");
    }

    @Test
    void rows_and_columns_that_a_spreadsheet_keeps_empty_are_none() throws IOException {
        var heard = Heard.reading(HEADER + row("one", "a") + ",,,,\n,,\n , ,,,\n"
                + row("two", "b").strip() + ",,\n,,,,\n");

        assertThat(heard.records).containsExactly("2 one a 0", "6 two b 0");
        assertThat(heard.unreadable).isEmpty();
    }

    /** Excel and databases write the time of an export anew, and the header says of which zone it is. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2022-08-19T20:22:36Z         | 2022-08-19T20:22:36Z
            2022-08-19T20:22:36.2158120Z | 2022-08-19T20:22:36.2158120Z
            2022-08-19T22:22:36+02:00    | 2022-08-19T22:22:36+02:00
            2022-08-19 20:22:36          | 2022-08-19T20:22:36Z
            2022-08-19 20:22:36Z         | 2022-08-19T20:22:36Z
            2022-08-19 20:22:36 UTC      | 2022-08-19T20:22:36Z
            2022-08-19T20:22:36.215      | 2022-08-19T20:22:36.215Z
            2022/8/9 4:05                | 2022-08-09T04:05:00Z
            19.08.2022 20:22:36          | 2022-08-19T20:22:36Z
            9.8.2022, 04:05              | 2022-08-09T04:05:00Z
            03/04/2022 20:22:36          | 03/04/2022 20:22:36
            8/19/2022, 8:22:36 PM        | 8/19/2022, 8:22:36 PM
            2022-08-19                   | 2022-08-19
            """)
    void a_time_needs_no_zone_where_its_column_names_it(String written, String time) throws IOException {
        var heard = Heard.reading("Date (UTC);Request ID\n" + written + ";one\n");

        assertThat(heard.times).containsExactly(time);
    }

    @Test
    void words_of_fixed_lists_may_be_typed_in_any_case() throws IOException {
        var clients = Heard.reading("""
                source,externalId,Kind,Status,criticality,department,plannedFor
                cmdb,1,Device,Owner assigned,High,Logistics,2026-11-30
                cmdb,2,MOBILE_APP,PLANNED,,,
                cmdb,3,Toaster,Thrown Away,,,
                """);
        var owners = Heard.reading("account,ownerEmail,locale,deputyLocale,managerLocale\n"
                + "a@b.example,o@b.example,JA,en_US,English\n");
        var json = Heard.reading("[{\"source\": \"cmdb\", \"externalId\": \"1\", \"kind\": \"Device\"}]");

        assertThat(clients.records)
                .containsExactly(
                        "2 {source=cmdb, externalId=1, kind=device, department=Logistics, criticality=High, status=owner-assigned,"
                                + " plannedFor=2026-11-30}",
                        "3 {source=cmdb, externalId=2, kind=mobile-app, status=planned}",
                        "4 {source=cmdb, externalId=3, kind=Toaster, status=Thrown Away}");
        assertThat(owners.records)
                .containsExactly("2 {account=a@b.example, ownerEmail=o@b.example, locale=ja, deputyLocale=en-US,"
                        + " managerLocale=English}");
        assertThat(json.records).containsExactly("1 {source=cmdb, externalId=1, kind=Device}");
    }

    @Test
    void the_last_line_needs_no_end() throws IOException {
        assertThat(Heard.reading((HEADER + row("one", "a")).strip()).records).containsExactly("2 one a 0");
    }

    @Test
    void quoted_fields_may_hold_separators_quotes_and_lines() throws IOException {
        var heard = Heard.reading(
                HEADER + "2022-08-19T20:22:36Z,one,\"a \"\"the boss\"\", b\",0,\"first\nsecond\"\n" + row("two", "b"));

        assertThat(heard.records).containsExactly("2 one a \"the boss\", b 0", "4 two b 0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2022-08-19T20:22:36Z,bad,a\n",
                "2022-08-19T20:22:36Z,bad,a,0,x,y,z\n",
                "2022-08-19T20:22:36Z,bad,\"a,0,x\n",
                "2022-08-19T20:22:36Z,bad,\"a\"b,0,x\n",
                "2022-08-19T20:22:36Z,bad,a\0b,0,x\n"
            })
    void a_broken_line_costs_itself_and_no_other(String broken) throws IOException {
        var heard = Heard.reading(HEADER + row("one", "a") + broken + row("two", "b") + row("three", "c"));

        assertThat(heard.records).containsExactly("2 one a 0", "4 two b 0", "5 three c 0");
        assertThat(heard.unreadable).singleElement().asString().startsWith("3 ");
    }

    @Test
    void an_unclosed_quote_at_the_end_costs_its_own_line() throws IOException {
        var heard = Heard.reading(HEADER + row("one", "a") + "2022-08-19T20:22:36Z,bad,\"a,0,x\n" + "more\n" + "lines");

        assertThat(heard.records).containsExactly("2 one a 0");
        assertThat(heard.unreadable).hasSize(3);
        assertThat(heard.unreadable.getFirst()).isEqualTo("3 null has a quoted field that is never closed");
    }

    @Test
    void a_field_of_a_megabyte_costs_its_own_line() throws IOException {
        var heard = Heard.reading(HEADER + row("one", "a") + row("bad", "x".repeat(1_100_000)) + row("two", "b"));

        assertThat(heard.records).containsExactly("2 one a 0", "4 two b 0");
        assertThat(heard.unreadable).containsExactly("3 null is longer than 1 MB");
    }

    @Test
    void a_quoted_field_of_a_megabyte_costs_its_own_line() throws IOException {
        var heard = Heard.reading(HEADER + row("bad", "\"" + "x".repeat(3_000_000) + "\"") + row("two", "b"));

        assertThat(heard.records).containsExactly("3 two b 0");
        assertThat(heard.unreadable).containsExactly("2 null is longer than 1 MB");
    }

    @Test
    void bytes_that_are_no_utf_8_cost_their_own_line() throws IOException {
        var bytes = (HEADER + row("one", "a") + row("bad", "h?no") + row("two", "b")).getBytes(StandardCharsets.UTF_8);
        for (var i = 0; i < bytes.length; i++) {
            bytes[i] = bytes[i] == '?' ? (byte) 0xe9 : bytes[i];
        }

        var heard = Heard.reading(bytes);

        assertThat(heard.records).containsExactly("2 one a 0", "4 two b 0");
        assertThat(heard.unreadable).containsExactly("3 Username is not valid UTF-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", "x-UTF-16LE-BOM"})
    void a_file_may_be_in_any_unicode(String charset) throws IOException {
        var text = HEADER + row("one", "花子😀@contoso.example") + row("two", "b");

        assertThat(Heard.reading(text.getBytes(Charset.forName(charset))).records)
                .containsExactly("2 one 花子😀@contoso.example 0", "3 two b 0");
    }

    @Test
    void a_byte_order_mark_is_no_part_of_the_first_column() throws IOException {
        assertThat(Heard.reading("\uFEFF" + HEADER + row("one", "a")).records).containsExactly("2 one a 0");
    }

    @Test
    void ten_thousand_records_with_a_stray_quote_every_hundred_lose_only_those() throws IOException {
        var body = IntStream.range(0, 10_000)
                .mapToObj(i -> i % 100 == 50 ? "2022-08-19T20:22:36Z,bad,\"x,0,y\n" : row("r" + i, "a"))
                .collect(Collectors.joining("", HEADER, ""));

        var heard = Heard.reading(body);

        assertThat(heard.records).hasSize(9_900);
        assertThat(heard.unreadable).hasSize(100);
    }

    @Test
    void a_list_says_its_fields_by_their_names_and_leaves_out_what_is_empty() throws IOException {
        var heard = Heard.reading("""
                Source;External ID;Kind;Version;Serial number;Account;Location
                servicenow;a1;device;1.5;XY;scanner1@contoso.example;
                """);

        assertThat(heard.records)
                .containsExactly(
                        "2 {source=servicenow, externalId=a1, kind=device, version=1.5, account=scanner1@contoso.example}");
    }

    /** ApplicationSignIns, with the columns in other words and padded, and no service principal's id. */
    @Test
    void rows_of_an_export_without_users_are_of_apps() throws IOException {
        var csv = """
                Date (UTC),Request ID,Correlation ID, Service Principal Name,Application ID ,Resource,Resource ID ,Status,Error code,Credential type
                2026-11-13T08:10:00Z,one,,Payroll,cc15fd57-2c6c-4117-a88c-83b1d56b4bbe,Exchange,x,Success,0,Client certificate
                """;
        var opening = Opening.of(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)));
        var format = new EntraSignInCsv();
        assertThat(format.understands(opening)).isTrue();
        var fields = new EnumMap<SignInField, String>(SignInField.class);

        format.read(opening, opening.andThen(InputStream.nullInputStream()), new Records<>() {
            @Override
            public void record(long line, RawSignIn row) {
                for (var field : SignInField.values()) {
                    if (row.get(field) != null) {
                        fields.put(field, row.get(field));
                    }
                }
            }

            @Override
            public void unreadable(long line, String column, String reason, String value) {
                throw new AssertionError(reason);
            }
        });

        assertThat(fields)
                .containsEntry(SignInField.APP_ID, "cc15fd57-2c6c-4117-a88c-83b1d56b4bbe")
                .containsEntry(SignInField.SERVICE_PRINCIPAL_ID, "cc15fd57-2c6c-4117-a88c-83b1d56b4bbe")
                .containsEntry(SignInField.APP_NAME, "Payroll")
                .containsEntry(SignInField.CREDENTIAL_TYPE, "Client certificate")
                .containsEntry(SignInField.ERROR_CODE, "0");
    }
}
