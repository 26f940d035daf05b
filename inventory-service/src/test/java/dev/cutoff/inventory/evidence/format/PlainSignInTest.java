package dev.cutoff.inventory.evidence.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParser;
import dev.cutoff.inventory.signin.RawSignIn;
import dev.cutoff.inventory.signin.SignInField;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainSignInTest {

    private static final String USUAL = """
            {"id": "66ea54eb-6301-4ee5-be62-ff5a759b0100", "createdDateTime": "2022-08-19T20:22:36.2158120Z","userPrincipalName":"田中@contoso.example",\
             "userId":"u", "isInteractive": true, "clientAppUsed":"IMAP4" , "processingTimeInMilliseconds": -12, "userAgent": null, "x": [], "y": {},\
             "status": {"errorCode": 50126, "failureReason": "Zürich 🙂 isn\\u0027t \\"it\\"", "additionalDetails": null, "status": {"errorCode": 1}},\
             "location": {"city": "Osaka", "geoCoordinates": {"altitude": 0, "latitude": 34.69, "longitude": 1.355e2}},\
             "appliedConditionalAccessPolicies": [{"id": "p", "enforced": [1, 2.5, false]}, "z"], "tokenIssuerType": "AzureAD"}""";

    private static final byte[] ODD = "{}[]\",:\\ \t0159.eE+-tfnu\0\u001f".getBytes(StandardCharsets.US_ASCII);

    /** The same without its quick way. */
    private record Parsed(GraphSignIn signIn) implements JsonRecord<RawSignIn> {

        @Override
        public void begin() {
            signIn.begin();
        }

        @Override
        public void field(JsonParser parser, String name) throws IOException {
            signIn.field(parser, name);
        }

        @Override
        public @Nullable Flaw flaw() {
            return signIn.flaw();
        }

        @Override
        public RawSignIn record() {
            return signIn.record();
        }
    }

    private static String shown(RawSignIn row) {
        return Arrays.stream(SignInField.values())
                .map(field -> field + "=" + row.get(field))
                .collect(Collectors.joining(" "));
    }

    private static String parsed(byte[] line) throws IOException {
        var heard = new StringBuilder();
        JsonLines.read(new ByteArrayInputStream(line), new Parsed(new GraphSignIn()), new Records<>() {
            @Override
            public void record(long number, RawSignIn record) {
                heard.append(shown(record));
            }

            @Override
            public void unreadable(long number, @Nullable String column, String reason, @Nullable String value) {
                heard.append("unreadable ").append(reason);
            }
        });
        return heard.toString();
    }

    private static @Nullable String plain(byte[] line) {
        var signIn = new GraphSignIn();
        return signIn.readPlain(line, 0, line.length) ? shown(signIn.record()) : null;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void a_usual_line_is_read_without_a_parser() throws IOException {
        assertThat(plain(bytes(USUAL))).contains("ID=66ea54eb", "ADDRESS=田中@", "ERROR_CODE=50126", "USER_AGENT=null");
        assertThat(plain(bytes(USUAL))).isEqualTo(parsed(bytes(USUAL)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"userAgent\": \"a\\\\b\"}",
                "{\"id\": \"\\u0000\"}",
                "{\"x\": \"\\u00g0\"}",
                "{\"x\": \"\\q\"}",
                "{\"\\u0069d\": \"x\"}",
                "{\"id\": 01}",
                "{\"id\": 1.}",
                "{\"id\": truely}",
                "{\"id\": \"x\"",
                "{\"id\": \"x\"} 7",
                "{\"id\": \"x\",}",
                "{\"id\": [1,]}",
                "{,}",
                "{\"id\": NaN}",
                "7",
                "",
                "{\"a\": [[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]}"
            })
    void what_is_out_of_the_ordinary_is_left_to_the_parser(String line) {
        assertThat(plain(bytes(line))).isNull();
    }

    /** Whatever is not left to it must be read as the parser reads it. */
    @Test
    void a_line_means_what_the_parser_says() throws IOException {
        var random = new Random(7);
        var readPlainly = 0;
        for (var turn = 0; turn < 20_000; turn++) {
            var line = changed(bytes(USUAL), random);
            var plain = plain(line);
            if (plain != null) {
                readPlainly++;
                assertThat(plain)
                        .as(() -> new String(line, StandardCharsets.UTF_8))
                        .isEqualTo(parsed(line));
            }
        }
        assertThat(readPlainly).isBetween(2_000, 18_000);
    }

    private static byte[] changed(byte[] line, Random random) {
        var changed = line.clone();
        for (var times = random.nextInt(3); times >= 0; times--) {
            var at = random.nextInt(changed.length);
            var odd = random.nextInt(8) == 0 ? (byte) (random.nextInt(256)) : ODD[random.nextInt(ODD.length)];
            var length = random.nextInt(3);
            var rest = Arrays.copyOfRange(changed, Math.min(at + length, changed.length), changed.length);
            var next = Arrays.copyOf(changed, at + 1 + rest.length);
            next[at] = odd == '\n' ? (byte) ' ' : odd;
            System.arraycopy(rest, 0, next, at + 1, rest.length);
            changed = next;
        }
        return changed;
    }

    @Test
    void bytes_are_found_wherever_they_stand() {
        for (var length = 0; length < 30; length++) {
            for (var at = 0; at < length; at++) {
                for (var odd : List.of('"', '\\', '\u001f', '\0', '\u0080', '\u00ff', '\n')) {
                    var text = new byte[length];
                    Arrays.fill(text, (byte) (at % 2 == 0 ? '!' : ' '));
                    text[at] = (byte) odd.charValue();
                    assertThat(ByteSearch.notPlain(text, 0, length)).isEqualTo(at);
                    assertThat(ByteSearch.lineEnd(text, 0, length)).isEqualTo(odd == '\n' ? at : length);
                }
            }
        }
    }
}
