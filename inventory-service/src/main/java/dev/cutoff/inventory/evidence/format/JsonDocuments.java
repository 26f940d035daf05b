package dev.cutoff.inventory.evidence.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Pages, arrays of records or of pages, single records, and several of either behind each other. */
final class JsonDocuments<R> {

    private static final int LONGEST_RECORD = 1_048_576;

    /** Beyond our own limits, so that what passes ours is one bad record and not a broken document. */
    static final JsonFactory JSON = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(1_000)
                    .maxStringLength(8 * LONGEST_RECORD)
                    .build())
            .build();

    private final CheckedUtf8 text;
    private final JsonParser parser;
    private final JsonRecord<R> record;
    private final Records<R> records;

    private JsonDocuments(CheckedUtf8 text, JsonParser parser, JsonRecord<R> record, Records<R> records) {
        this.text = text;
        this.parser = parser;
        this.record = record;
        this.records = records;
    }

    static <R> void read(InputStream body, JsonRecord<R> record, Records<R> records) throws IOException {
        var text = new CheckedUtf8(body);
        try (var parser = JSON.createParser(text)) {
            var reading = new JsonDocuments<>(text, parser, record, records);
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

    private void root() throws IOException {
        if (parser.hasToken(JsonToken.START_ARRAY)) {
            items(true);
        } else if (parser.hasToken(JsonToken.START_OBJECT)) {
            pageOrRecord(false);
        } else {
            unreadable(parser.currentTokenLocation(), new Flaw(null, "is no object", parser.getText()));
        }
    }

    /**
     * A page says so by its list of objects; what has none is a record, and so is what has said something of its own before.
     *
     * @param isInArray where a record may have such a list itself, so only a page of the Graph is taken for one
     */
    private void pageOrRecord(boolean isInArray) throws IOException {
        var begin = parser.currentTokenLocation();
        var lists = isInArray ? JsonOpening.PAGES : JsonOpening.LISTS;
        var isPage = false;
        var isRecord = false;
        record.begin();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            var name = parser.currentName();
            parser.nextToken();
            if (!isRecord && lists.contains(name) && parser.hasToken(JsonToken.START_ARRAY)) {
                isPage = true;
                items(false);
            } else if (!isPage) {
                isRecord = isRecord || isInArray && !name.startsWith("@");
                record.field(parser, name);
            } else {
                parser.skipChildren();
            }
        }
        if (!isPage) {
            hand(begin);
        }
    }

    /** @param mayBePages not inside a page: what has a list there is a record that has one */
    private void items(boolean mayBePages) throws IOException {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            var begin = parser.currentTokenLocation();
            if (parser.hasToken(JsonToken.START_OBJECT) && mayBePages) {
                pageOrRecord(true);
            } else if (parser.hasToken(JsonToken.START_OBJECT)) {
                record.read(parser);
                hand(begin);
            } else if (parser.currentToken() == null) {
                return; // the end of the text, which the next token will complain of
            } else {
                unreadable(begin, new Flaw(null, "is no object", parser.getText()));
                parser.skipChildren();
            }
        }
    }

    private void hand(JsonLocation begin) {
        var flaw = flaw(begin);
        if (flaw != null) {
            unreadable(begin, flaw);
        } else {
            records.record(begin.getLineNr(), record.record());
        }
    }

    private @Nullable Flaw flaw(JsonLocation begin) {
        var end = parser.currentLocation().getByteOffset();
        var blemish = text.flaw(begin.getByteOffset(), end);
        if (end - begin.getByteOffset() > LONGEST_RECORD) {
            return new Flaw(null, "is longer than 1 MB", null);
        }
        return record.flaw() == null && blemish != null ? new Flaw(null, blemish, null) : record.flaw();
    }

    private void unreadable(JsonLocation begin, Flaw flaw) {
        records.unreadable(begin.getLineNr(), flaw.column(), flaw.reason(), flaw.value());
    }
}
