package dev.cutoff.inventory.evidence.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GraphJsonTest {

    private static String item(String id) {
        return """
                {"id": "%s", "createdDateTime": "2022-08-19T20:22:36.2158120Z", "userPrincipalName": "a", "userId": "u",
                 "riskEventTypes": [], "status": {"errorCode": 0, "failureReason": "Other.", "additionalDetails": null},
                 "location": {"city": "Osaka", "geoCoordinates": {}}, "isInteractive": true}""".formatted(id);
    }

    private static String line(String id) {
        return item(id).replace("\n", "") + "\n";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"@odata.context\": \"c\", \"value\": [ONE, TWO]}",
                "{\"value\": [ONE, TWO], \"@odata.nextLink\": \"n\", \"status\": {\"errorCode\": 7}}",
                "[ONE, TWO]",
                "{\"value\": [ONE]}\n{\"value\": [TWO]}",
                "[ONE]\n[TWO]\n",
                "[{\"@odata.context\": \"c\", \"value\": [ONE]}, {\"value\": [], \"x\": 1}, {\"value\": [TWO], \"@odata.nextLink\": \"n\"}]",
                "[{\"value\": []}, ONE, {\"value\": [TWO]}]",
                "ONE\nTWO"
            })
    void sign_ins_come_in_pages_in_arrays_and_one_behind_the_other(String shape) throws IOException {
        var heard = Heard.reading(shape.replace("ONE", item("one")).replace("TWO", item("two")));

        assertThat(heard.records)
                .extracting(record -> record.substring(record.indexOf(' ') + 1))
                .containsExactly("one a 0", "two a 0");
    }

    /** {@code Get-MgAuditLogSignIn | ConvertTo-Json}; with times as Windows PowerShell 5.1 writes them, and as PowerShell 7 does. */
    @ParameterizedTest
    @ValueSource(strings = {"\\/Date(1660940556215)\\/", "/Date(1660940556215+0000)/", "2022-08-19T20:22:36.215Z"})
    void sign_ins_may_have_come_through_powershell(String time) throws IOException {
        var item = item("one")
                .replace("2022-08-19T20:22:36.2158120Z", time)
                .replace("\"id\"", "\"Id\"")
                .replace("createdDateTime", "CreatedDateTime")
                .replace("userPrincipalName", "UserPrincipalName")
                .replace("userId", "UserId")
                .replace("status", "Status")
                .replace("errorCode\": 0", "ErrorCode\": 50126");
        for (var text : new String[] {"[" + item + "]", item, item.replace("\n", "") + "\n" + item.replace("\n", "")}) {
            var heard = Heard.reading(text);

            assertThat(heard.records).isNotEmpty().allMatch(record -> record.endsWith(" one a 50126"));
            assertThat(heard.times).allMatch(heardTime -> heardTime.startsWith("2022-08-19T20:22:36.215"));
        }
    }

    @Test
    void messages_may_have_come_through_powershell() throws IOException {
        var heard = Heard.reading("""
                [{"Id": "MC237741", "Title": "Basic", "Services": ["Exchange Online"], "Category": "planForChange", "IsMajorChange": true,
                  "LastModifiedDateTime": "\\/Date(1660940556000)\\/", "Body": {"Content": "<p>It ends.</p>", "ContentType": "html"},
                  "Details": [{"Name": "Platforms", "Value": "Web"}]}]""");

        assertThat(heard.records)
                .singleElement()
                .asString()
                .contains("lastModifiedDateTime=2022-08-19T20:22:36Z", "body=<p>It ends.</p>", "isMajorChange=true")
                .contains("details=[{name=Platforms, value=Web}]");
    }

    @Test
    void a_list_in_a_record_makes_it_no_page() throws IOException {
        var heard = Heard.reading("[" + item("one").replace("\"riskEventTypes\"", "\"value\"") + ", "
                + item("two").replace("\"riskEventTypes\"", "\"items\"") + "]");

        assertThat(heard.records).hasSize(2);
    }

    @Test
    void a_record_is_found_by_its_line() throws IOException {
        var heard = Heard.reading("{\"value\": [\n" + item("one") + ",\n" + item("two") + "]}");

        assertThat(heard.records).containsExactly("2 one a 0", "5 two a 0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"value\": [ONE, TW",
                "{\"value\": [ONE, }",
                "[ONE, TWO",
                "{\"value\": [ONE, {\"id\": nonsense}]}"
            })
    void a_document_that_breaks_says_where(String broken) {
        assertThatThrownBy(
                        () -> Heard.reading(broken.replace("ONE", item("one")).replace("TWO", item("two"))))
                .isInstanceOf(BrokenDocument.class)
                .hasMessageMatching("The JSON breaks at byte \\d+, line \\d+, column \\d+: .+")
                .hasMessageNotContaining("com.fasterxml")
                .hasMessageNotContaining("Source");
    }

    @Test
    void a_bad_item_of_a_good_document_costs_itself() throws IOException {
        var heard = Heard.reading("[" + item("one") + ", 7, \"x\", [" + item("lost") + "], " + item("two\\u0000") + ", "
                + item("half\\ud83d") + ", " + item("\\ude00\\ud83d") + ", " + item("whole\\ud83d\\ude00") + ", "
                + item("three").replace("\"Osaka\"", "[".repeat(70) + "]".repeat(70)) + ", "
                + item("four").replace("\"a\"", "\"" + "x".repeat(1_100_000) + "\"") + ", "
                + item("five").replace("\"Osaka\"", "\"" + "x".repeat(1_100_000) + "\"") + ", " + item("six") + "]");

        assertThat(heard.records)
                .extracting(record -> record.substring(record.indexOf(' ') + 1))
                .containsExactly("one a 0", "whole\ud83d\ude00 a 0", "six a 0");
        assertThat(heard.unreadable)
                .extracting(told -> told.substring(told.indexOf(' ') + 1))
                .containsExactly(
                        "null is no object",
                        "null is no object",
                        "null is no object",
                        "id contains the character NUL",
                        "id contains half of a character",
                        "id contains half of a character",
                        "location is nested deeper than 64",
                        "null is longer than 1 MB",
                        "null is longer than 1 MB");
    }

    @Test
    void a_broken_line_costs_itself_and_no_other() throws IOException {
        var heard = Heard.reading(line("one") + "{\"id\": \n" + "nonsense\n" + "\r\n" + "7\n"
                + line("two").strip() + " {}\n"
                + line("big").replace("Osaka", "x".repeat(1_100_000))
                + line("nul").replace("Osaka", "\0")
                + line("deep").replace("\"Osaka\"", "[".repeat(70) + "]".repeat(70))
                + line("three").replace("\n", "\r\n")
                + line("four").strip());

        assertThat(heard.records).containsExactly("1 one a 0", "10 three a 0", "11 four a 0");
        assertThat(heard.unreadable)
                .extracting(told -> told.replaceFirst("from column \\d+", "from column N"))
                .containsExactly(
                        "2 null is not JSON of our limits, from column N on",
                        "3 null is not JSON of our limits, from column N on",
                        "5 null is no JSON object",
                        "6 null goes on behind its JSON object",
                        "7 null is longer than 1 MB",
                        "8 null is not JSON of our limits, from column N on",
                        "9 null is not JSON of our limits, from column N on");
    }

    @Test
    void a_line_that_is_no_utf_8_costs_itself() throws IOException {
        var bytes = (line("one") + line("bad").replace("Osaka", "Os?ka") + line("two"))
                .getBytes(Charset.forName("ISO-8859-1"));
        for (var i = 0; i < bytes.length; i++) {
            bytes[i] = bytes[i] == '?' ? (byte) 0xe9 : bytes[i];
        }

        var heard = Heard.reading(bytes);

        assertThat(heard.records).containsExactly("1 one a 0", "3 two a 0");
        assertThat(heard.unreadable).singleElement().asString().startsWith("2 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE"})
    void lines_may_be_in_any_unicode(String charset) throws IOException {
        var text = IntStream.range(0, 3_000)
                .mapToObj(i -> line("r" + i).replace("Osaka", "大阪😀"))
                .collect(Collectors.joining());

        assertThat(Heard.reading(text.getBytes(Charset.forName(charset))).records)
                .hasSize(3_000);
    }
}
