package dev.cutoff.inventory.evidence.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.cutoff.commons.json.PlainText;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** One object of a JSON text as it is read, token by token; filled anew for each. */
interface JsonRecord<R> {

    int DEEPEST = 64;
    int LONGEST_TEXT = 1_048_576;

    void begin();

    /** Takes the value at which the parser stands, to its end. */
    void field(JsonParser parser, String name) throws IOException;

    @Nullable Flaw flaw();

    /** What was read, if it has no flaw. */
    R record();

    /**
     * Reads a line that is one object, if it can be read faster than by a parser.
     *
     * @return false if it must be parsed
     */
    default boolean readPlain(byte[] text, int from, int to) {
        return false;
    }

    /** Why a text cannot be taken. */
    static @Nullable Flaw flawOf(String name, String text) {
        if (text.length() >= LONGEST_TEXT) {
            return new Flaw(name, "is longer than 1 MB", text);
        }
        if (text.indexOf('\0') >= 0) {
            return new Flaw(name, "contains the character NUL", text);
        }
        return PlainText.isWhole(text) ? null : new Flaw(name, "contains half of a character", text);
    }

    /** Reads the object in which the parser stands, to its end. */
    default void read(JsonParser parser) throws IOException {
        begin();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            var name = parser.currentName();
            parser.nextToken();
            field(parser, name);
        }
    }
}
