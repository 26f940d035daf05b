package dev.cutoff.notification.line;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A protocol with an auth method, as a programme ends it.
 *
 * @param qualifier the part of it that is meant, in the words of timeline; null for all of it
 */
public record Line(
        String programme,
        String protocol,
        String authMethod,
        @Nullable String qualifier) implements Comparable<Line> {

    private static final Comparator<Line> ORDER = Comparator.comparing(Line::programme)
            .thenComparing(Line::protocol)
            .thenComparing(Line::authMethod)
            .thenComparing(Line::qualifier, Comparator.nullsFirst(Comparator.naturalOrder()));

    /** Reads what {@link #key()} wrote. */
    public static Line parse(String key) {
        var parts = key.split(" ", 4);
        return new Line(parts[0], parts[1], parts[2], parts.length < 4 ? null : parts[3]);
    }

    /** As tables keep it: only a qualifier has spaces, so it comes last. */
    public String key() {
        var whole = programme + " " + protocol + " " + authMethod;
        return qualifier == null ? whole : whole + " " + qualifier;
    }

    /** Whether the other one is about the same protocol and auth method, be it a part of it or another programme's. */
    public boolean isOfSameUse(Line other) {
        return protocol.equals(other.protocol) && authMethod.equals(other.authMethod);
    }

    @Override
    public int compareTo(Line other) {
        return ORDER.compare(this, other);
    }
}
