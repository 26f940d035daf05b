package dev.cutoff.notification.line;

import org.jspecify.annotations.Nullable;

/**
 * Which of the lines that touch a client something is said about: all of them, those of a programme, or one.
 *
 * @param programme null for all
 * @param protocol null for all of the programme's
 * @param authMethod null exactly if the protocol is
 * @param qualifier of the one line; null if it has none, and for several lines
 */
public record Lines(
        @Nullable String programme,
        @Nullable String protocol,
        @Nullable String authMethod,
        @Nullable String qualifier) {

    public static final Lines ALL = new Lines(null, null, null, null);

    public static Lines of(String programme) {
        return new Lines(programme, null, null, null);
    }

    public boolean include(Line line) {
        return include(new Lines(line.programme(), line.protocol(), line.authMethod(), line.qualifier()));
    }

    /** Whether all that the others are is among these. */
    public boolean include(Lines others) {
        if (programme == null) {
            return true;
        }
        return protocol == null ? programme.equals(others.programme) : equals(others);
    }
}
