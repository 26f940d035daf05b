package dev.cutoff.inventory.evidence.format;

import dev.cutoff.inventory.signin.RawSignIn;
import dev.cutoff.inventory.signin.SignInField;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a sign-in as nearly every line has it in one pass over its bytes, at twice the speed of a parser that has to expect
 * anything. Whatever is out of the ordinary, an escape in a field that counts as well as what is no JSON at all, is left to that parser, so
 * that there is one judge of what is wrong and how that is told.
 */
final class PlainSignIn {

    private static final int LONGEST_LINE = 65_536;
    private static final byte[] ERROR_CODE = "errorCode".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ERROR_CODE_OF_POWER_SHELL = "ErrorCode".getBytes(StandardCharsets.US_ASCII);

    private record Name(byte[] text, SignInField field) {}

    /** The names that mean something, by their length. */
    private final Name[][] names;

    private final PlainJson json = new PlainJson();

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
        json.begin(line, from, to);
        return json.takes('{') && object(row, false) && json.blanks() && json.isAtEnd();
    }

    /** @param isStatus it is the object in a sign-in that says what came of it, of which one field counts */
    private boolean object(RawSignIn row, boolean isStatus) {
        json.blanks();
        if (json.takes('}')) {
            return true;
        }
        do {
            var start = json.position() + 1;
            if (!json.name()) {
                return false;
            }
            var field = isStatus ? statusField(start, json.position() - 1) : field(start, json.position() - 1);
            if (!json.colon() || !value(field, row)) {
                return false;
            }
            json.blanks();
        } while (json.takes(',') && json.blanks());
        return json.takes('}');
    }

    private boolean value(@Nullable SignInField field, RawSignIn row) {
        if (field == SignInField.STATUS && json.takes('{')) {
            return object(row, true);
        }
        var start = json.position();
        var isText = json.isAt('"');
        var isNothing = field == null || json.isAt('n') || json.isAt('{') || json.isAt('[');
        if (!json.value()) {
            return false;
        }
        if (isNothing) {
            return true;
        }
        if (isText && json.isEscaped()) {
            return false;
        }
        var text = isText ? json.text(start + 1, json.position() - 1) : json.text(start, json.position());
        row.set(field, text);
        return field != SignInField.TIME || !PowerShell.isTime(text);
    }

    private @Nullable SignInField statusField(int from, int to) {
        return json.equal(from, to, ERROR_CODE) || json.equal(from, to, ERROR_CODE_OF_POWER_SHELL)
                ? SignInField.ERROR_CODE
                : null;
    }

    private @Nullable SignInField field(int from, int to) {
        if (to - from >= names.length) {
            return null;
        }
        for (var name : names[to - from]) {
            if (json.equal(from, to, name.text())) {
                return name.field();
            }
        }
        return null;
    }
}
