package dev.cutoff.commons.json;

/** Patterns for text that people write and others read: nothing of it becomes markup, a header, or turns the direction of what is around it. */
public final class PlainText {

    /** No control characters, no line separators, nothing that turns the direction of text. */
    private static final String FORBIDDEN = "\\u0080-\\u009f\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069";

    /** One line. */
    public static final String LINE = "[^\\u0000-\\u001f\\u007f" + FORBIDDEN + "]*";

    /** Any number of lines, parted by line feeds. */
    public static final String LINES = "[^\\u0000-\\u0009\\u000b-\\u001f\\u007f" + FORBIDDEN + "]*";

    private PlainText() {}

    /**
     * Whether each surrogate stands with its other half. JSON can escape half of a character; UTF-8 cannot write it, and a question mark would
     * be kept in its place.
     */
    public static boolean isWhole(String text) {
        for (var i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (i + 1 == text.length() || !Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1))) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }
}
