package dev.cutoff.inventory.evidence.format;

import dev.cutoff.inventory.signin.RawSignIn;
import dev.cutoff.inventory.signin.SignInField;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a sign-in as nearly every line has it in one pass over its bytes, at several times the speed of a parser that has to expect
 * anything. Whatever is out of the ordinary, an escape as well as what is no JSON at all, is left to that parser, so that there is one
 * judge of what is wrong and how that is told.
 */
final class PlainSignIn {

    private static final int DEEPEST = 16;
    private static final int LONGEST_NUMBER = 40;
    private static final int LONGEST_LINE = 65_536;

    private record Name(byte[] text, SignInField field) {}

    /** The names that mean something, by their length. */
    private final Name[][] names;

    private byte[] bytes = {};
    private int at;
    private int end;

    PlainSignIn(Map<String, SignInField> fields) {
        var longest = fields.keySet().stream().mapToInt(String::length).max().orElse(0);
        names = new Name[longest + 1][];
        for (var length = 0; length <= longest; length++) {
            var wanted = length;
            names[length] = fields.entrySet().stream()
                    .filter(field -> field.getKey().length() == wanted)
                    .map(field -> new Name(field.getKey().getBytes(StandardCharsets.US_ASCII), field.getValue()))
                    .toArray(Name[]::new);
        }
    }

    /** @return false if the line is left to the parser; what has been set of the row then counts for nothing */
    boolean read(byte[] line, int from, int to, RawSignIn row) {
        if (to - from > LONGEST_LINE) {
            return false;
        }
        bytes = line;
        at = from;
        end = to;
        blanks();
        if (!takes('{') || !signIn(row)) {
            return false;
        }
        blanks();
        return at == end;
    }

    private boolean signIn(RawSignIn row) {
        blanks();
        if (takes('}')) {
            return true;
        }
        do {
            var start = at + 1;
            if (!name()) {
                return false;
            }
            var field = field(start, at - 1);
            if (!colon() || !value(field, row)) {
                return false;
            }
            blanks();
        } while (takes(',') && blanks());
        return takes('}');
    }

    private boolean value(@Nullable SignInField field, RawSignIn row) {
        if (at == end) {
            return false;
        }
        if (bytes[at] == '{') {
            at++;
            return field == SignInField.STATUS ? status(row) : object(1);
        }
        var start = at;
        var isText = bytes[at] == '"';
        if (!passed(1)) {
            return false;
        }
        if (field != null && bytes[start] != 'n' && bytes[start] != '[') {
            row.set(field, isText ? text(start + 1, at - 1) : text(start, at));
        }
        return true;
    }

    /** The object of what came of it: one field of that counts. */
    private boolean status(RawSignIn row) {
        blanks();
        if (takes('}')) {
            return true;
        }
        do {
            var start = at + 1;
            if (!name()) {
                return false;
            }
            var isCode = is("errorCode", start, at - 1);
            if (!colon() || !value(isCode ? SignInField.ERROR_CODE : null, row)) {
                return false;
            }
            blanks();
        } while (takes(',') && blanks());
        return takes('}');
    }

    private boolean is(String name, int from, int to) {
        return to - from == name.length() && text(from, to).equals(name);
    }

    private @Nullable SignInField field(int from, int to) {
        var length = to - from;
        if (length >= names.length) {
            return null;
        }
        for (var name : names[length]) {
            if (Arrays.equals(bytes, from, to, name.text(), 0, length)) {
                return name.field();
            }
        }
        return null;
    }

    private String text(int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }

    /** Passes over a value. */
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

    private boolean name() {
        return at < end && bytes[at] == '"' && string();
    }

    private boolean colon() {
        blanks();
        return takes(':') && blanks();
    }

    private boolean string() {
        at = ByteSearch.notPlain(bytes, at + 1, end);
        while (at < end && bytes[at] < 0) {
            var length = CheckedUtf8.lengthAt(bytes, at, end);
            if (length <= 0) {
                return false;
            }
            at = ByteSearch.notPlain(bytes, at + length, end);
        }
        return takes('"');
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

    private boolean takes(char wanted) {
        if (at == end || bytes[at] != wanted) {
            return false;
        }
        at++;
        return true;
    }

    /** @return true, to be one of a chain */
    private boolean blanks() {
        while (at < end && (bytes[at] == ' ' || bytes[at] == '\t' || bytes[at] == '\r')) {
            at++;
        }
        return true;
    }
}
