package dev.cutoff.inventory.evidence.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Any object with all that is in it: numbers and truth values as they are written, lists and objects inside it as such. */
final class JsonItem implements JsonRecord<Row> {

    private static final int OVERHEAD = 16;

    private Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    private @Nullable Flaw flaw;
    /** Of what has been kept, about in characters: what is too long is not gathered first and refused then. */
    private long size;

    @Override
    public void begin() {
        fields = new LinkedHashMap<>();
        flaw = null;
        size = 0;
    }

    @Override
    public void field(JsonParser parser, String name) throws IOException {
        fields.put(name, value(parser, name, 1));
    }

    private @Nullable Object value(JsonParser parser, String name, int depth) throws IOException {
        size += OVERHEAD;
        if (size > LONGEST_TEXT || depth >= DEEPEST && parser.currentToken().isStructStart()) {
            flaw = new Flaw(name, size > LONGEST_TEXT ? "is longer than 1 MB" : "is nested deeper than 64", null);
            parser.skipChildren();
            return null;
        }
        return switch (parser.currentToken()) {
            case VALUE_NULL -> null;
            case START_ARRAY -> list(parser, name, depth);
            case START_OBJECT -> object(parser, name, depth);
            default -> text(parser, name);
        };
    }

    private List<@Nullable Object> list(JsonParser parser, String name, int depth) throws IOException {
        var values = new ArrayList<@Nullable Object>();
        while (isInside(parser, JsonToken.END_ARRAY)) {
            var value = value(parser, name, depth + 1);
            if (flaw == null) {
                values.add(value);
            }
        }
        return values;
    }

    private Map<String, @Nullable Object> object(JsonParser parser, String name, int depth) throws IOException {
        var values = new LinkedHashMap<String, @Nullable Object>();
        while (isInside(parser, JsonToken.END_OBJECT)) {
            var field = parser.currentName();
            parser.nextToken();
            var value = value(parser, name, depth + 1);
            if (flaw == null) {
                values.put(field, value);
            }
        }
        return values;
    }

    /** False at the end of the text too, which the next token will complain of. */
    private static boolean isInside(JsonParser parser, JsonToken end) throws IOException {
        var token = parser.nextToken();
        return token != null && token != end;
    }

    private String text(JsonParser parser, String name) throws IOException {
        var text = parser.getText();
        size += text.length();
        var wrong = JsonRecord.flawOf(name, text);
        flaw = wrong == null ? flaw : wrong;
        return text;
    }

    @Override
    public @Nullable Flaw flaw() {
        return flaw;
    }

    @Override
    public Row record() {
        return Row.of(fields);
    }
}
