package dev.cutoff.inventory.evidence.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.cutoff.inventory.evidence.format.GraphSignIn.Flaw;
import dev.cutoff.inventory.signin.RawSignIn;
import dev.cutoff.inventory.signin.SignInField;
import java.io.IOException;
import java.io.InputStream;

/** Pages of {@code auditLogs/signIns} as the Graph answers them, arrays of sign-ins, and several of either behind each other. */
public final class GraphSignInJson implements SignInFormat {

    private static final int LONGEST_RECORD = 1_048_576;

    /** Beyond our own limits, so that what passes ours is one bad record and not a broken document. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(1_000)
                    .maxStringLength(8 * LONGEST_RECORD)
                    .build())
            .build();

    @Override
    public FormatName name() {
        return FormatName.GRAPH_SIGN_IN_JSON;
    }

    @Override
    public String looksLike() {
        return "JSON page {\"value\": [...]} of Microsoft Graph auditLogs/signIns (v1.0 or beta), or an array of its items";
    }

    @Override
    public String nameOf(SignInField field) {
        return GraphSignIn.nameOf(field);
    }

    @Override
    public boolean understands(Opening opening) {
        var json = opening.json();
        return json.isEmptyList() || json.isOfSignIns() && !json.isLines();
    }

    @Override
    public void read(Opening opening, InputStream body, Records<RawSignIn> records) throws IOException {
        try (var parser = JSON.createParser(body)) {
            var reading = new Reading(parser, records);
            while (parser.nextToken() != null) {
                reading.root();
            }
        } catch (JsonProcessingException e) {
            throw new BrokenDocument(
                    "The JSON breaks at %s: %s. Nothing of the file was taken; send the whole of it again"
                            .formatted(place(e.getLocation()), reason(e)));
        }
    }

    private static String place(JsonLocation at) {
        return "byte %d, line %d, column %d".formatted(at.getByteOffset(), at.getLineNr(), at.getColumnNr());
    }

    /** The parser's words up to where they begin to speak of itself. */
    private static String reason(JsonProcessingException failure) {
        return failure.getOriginalMessage().replaceAll("(?s)[(:\\n].*", "").strip();
    }

    /** One body under way. */
    private static final class Reading {

        private final JsonParser parser;
        private final Records<RawSignIn> records;
        private final GraphSignIn signIn = new GraphSignIn();

        Reading(JsonParser parser, Records<RawSignIn> records) {
            this.parser = parser;
            this.records = records;
        }

        void root() throws IOException {
            if (parser.hasToken(JsonToken.START_ARRAY)) {
                items();
            } else if (parser.hasToken(JsonToken.START_OBJECT)) {
                pageOrSignIn();
            } else {
                unreadable(parser.currentTokenLocation(), new Flaw(null, "is no object", parser.getText()));
            }
        }

        /** A page says so by its {@code value}; what has none is a sign-in. */
        private void pageOrSignIn() throws IOException {
            var begin = parser.currentTokenLocation();
            var isPage = false;
            signIn.begin();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                var name = parser.currentName();
                parser.nextToken();
                if (name.equals("value") && parser.hasToken(JsonToken.START_ARRAY)) {
                    isPage = true;
                    items();
                } else if (!isPage) {
                    signIn.field(parser, name);
                } else {
                    parser.skipChildren();
                }
            }
            if (!isPage) {
                hand(begin, signIn.flaw());
            }
        }

        private void items() throws IOException {
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                var begin = parser.currentTokenLocation();
                if (parser.hasToken(JsonToken.START_OBJECT)) {
                    hand(begin, signIn.read(parser));
                } else if (parser.currentToken() == null) {
                    return; // the end of the text, which the next token will complain of
                } else {
                    unreadable(begin, new Flaw(null, "is no object", parser.getText()));
                    parser.skipChildren();
                }
            }
        }

        private void hand(JsonLocation begin, @org.jspecify.annotations.Nullable Flaw flaw) {
            var length = parser.currentLocation().getByteOffset() - begin.getByteOffset();
            if (length > LONGEST_RECORD) {
                unreadable(begin, new Flaw(null, "is longer than 1 MB", null));
            } else if (flaw != null) {
                unreadable(begin, flaw);
            } else {
                records.record(begin.getLineNr(), signIn.row());
            }
        }

        private void unreadable(JsonLocation begin, Flaw flaw) {
            records.unreadable(begin.getLineNr(), flaw.column(), flaw.reason(), flaw.value());
        }
    }
}
