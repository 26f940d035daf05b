package dev.cutoff.inventory.evidence.format;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Goes over the bytes of one JSON text and passes what nobody asks about, as long as all is plain: no deep nesting, no endless numbers, no byte
 * that is not UTF-8. Each step says whether it could be made; where one could not, a parser has to say what is wrong, or that nothing is.
 */
final class PlainJson {

    private static final int DEEPEST = 16;
    private static final int LONGEST_NUMBER = 40;
    /** What may stand behind a backslash. */
    private static final String ESCAPED = "\"\\/bfnrt";

    private byte[] bytes = {};
    private int at;
    private int end;
    /** Whether there is an escape in the string that was passed last. */
    private boolean isEscaped;

    void begin(byte[] text, int from, int to) {
        bytes = text;
        at = from;
        end = to;
        blanks();
    }

    /** Where it stands. */
    int position() {
        return at;
    }

    boolean isAtEnd() {
        return at == end;
    }

    boolean isAt(char wanted) {
        return at < end && bytes[at] == wanted;
    }

    boolean isEscaped() {
        return isEscaped;
    }

    String text(int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }

    boolean equal(int from, int to, byte[] other) {
        return Arrays.equals(bytes, from, to, other, 0, other.length);
    }

    boolean value() {
        return passed(1);
    }

    private boolean passed(int depth) {
        if (at == end) {
            return false;
        }
        return switch (bytes[at]) {
            case '"' -> string();
            case '{' -> {
                at++;
                yield object(depth);
            }
            case '[' -> {
                at++;
                yield array(depth);
            }
            case 't' -> word("true");
            case 'f' -> word("false");
            case 'n' -> word("null");
            default -> number();
        };
    }

    private boolean object(int depth) {
        blanks();
        if (takes('}')) {
            return true;
        }
        do {
            if (depth == DEEPEST || !name() || !colon() || !passed(depth + 1)) {
                return false;
            }
            blanks();
        } while (takes(',') && blanks());
        return takes('}');
    }

    private boolean array(int depth) {
        blanks();
        if (takes(']')) {
            return true;
        }
        do {
            if (depth == DEEPEST || !passed(depth + 1)) {
                return false;
            }
            blanks();
        } while (takes(',') && blanks());
        return takes(']');
    }

    /** The name of a field, without escapes. */
    boolean name() {
        return isAt('"') && string() && !isEscaped;
    }

    boolean colon() {
        blanks();
        return takes(':') && blanks();
    }

    private boolean string() {
        isEscaped = false;
        at = ByteSearch.notPlain(bytes, at + 1, end);
        while (at < end && bytes[at] != '"') {
            if (isAt('\\') ? !escape() : !beyondAscii()) {
                return false;
            }
            at = ByteSearch.notPlain(bytes, at, end);
        }
        return takes('"');
    }

    private boolean escape() {
        isEscaped = true;
        at++;
        if (at == end) {
            return false;
        }
        var digits = bytes[at] == 'u' ? 4 : 0;
        if (digits == 0 && ESCAPED.indexOf(bytes[at]) < 0) {
            return false;
        }
        at++;
        for (var i = 0; i < digits; i++, at++) {
            if (at == end || Character.digit(bytes[at], 16) < 0) {
                return false;
            }
        }
        return true;
    }

    private boolean beyondAscii() {
        var length = at < end && bytes[at] < 0 ? CheckedUtf8.lengthAt(bytes, at, end) : 0;
        at += Math.max(length, 0);
        return length > 0;
    }

    private boolean word(String word) {
        for (var i = 0; i < word.length(); i++) {
            if (!takes(word.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private boolean number() {
        var start = at;
        takes('-');
        if (!takes('0') && !digits()) {
            return false;
        }
        if (takes('.') && !digits()) {
            return false;
        }
        if ((takes('e') || takes('E')) && !exponent()) {
            return false;
        }
        return at - start <= LONGEST_NUMBER;
    }

    private boolean exponent() {
        if (!takes('+')) {
            takes('-');
        }
        return digits();
    }

    private boolean digits() {
        var first = at;
        while (at < end && bytes[at] >= '0' && bytes[at] <= '9') {
            at++;
        }
        return at > first;
    }

    /** Passes this character, if it stands there. */
    boolean takes(char wanted) {
        if (!isAt(wanted)) {
            return false;
        }
        at++;
        return true;
    }

    /** @return true, to be one of a chain */
    boolean blanks() {
        while (at < end && (bytes[at] == ' ' || bytes[at] == '\t' || bytes[at] == '\r')) {
            at++;
        }
        return true;
    }
}
