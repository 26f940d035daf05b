package dev.cutoff.timeline.rule;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What the vendor retires: one protocol with one auth method, or a part of it. The qualifier is its name; two lines of one name are one
 * line, though a later announcement may say better which part the name means.
 *
 * @param qualifier the part of it that is meant, in words such as "below 16.1"; null for all of it
 * @param part the same for machines; null for all of it
 */
public record Line(
        Protocol protocol,
        AuthMethod authMethod,
        @Nullable String qualifier,
        @Nullable Part part) implements Comparable<Line> {

    private static final Comparator<Line> BY_NAME = Comparator.comparing(Line::protocol)
            .thenComparing(Line::authMethod)
            .thenComparing(Line::qualifier, Comparator.nullsFirst(Comparator.naturalOrder()));

    public Line {
        Words.require((qualifier == null) == (part == null), "part and qualifier must be given together");
    }

    static Line whole(Protocol protocol, AuthMethod authMethod) {
        return new Line(protocol, authMethod, null, null);
    }

    static Line app(Protocol protocol, AuthMethod authMethod, String id) {
        return new Line(protocol, authMethod, id, Part.app(id));
    }

    boolean isWhole() {
        return qualifier == null;
    }

    /** Whether the other is this, or a part of it. */
    boolean contains(Line other) {
        return protocol == other.protocol && authMethod == other.authMethod && contains(other.qualifier, other.part);
    }

    private boolean contains(@Nullable String otherQualifier, @Nullable Part otherPart) {
        if (qualifier == null || qualifier.equals(otherQualifier)) {
            return true;
        }
        return part != null && otherPart != null && part.contains(otherPart);
    }

    /** By name: a line is in a sorted set once, whatever is known of its part. */
    @Override
    public int compareTo(Line other) {
        return BY_NAME.compare(this, other);
    }

    /** For a request, which names a protocol and not how somebody signs in. */
    String name() {
        return qualifier == null ? Words.of(protocol) : Words.of(protocol) + " (" + qualifier + ")";
    }

    @Override
    public String toString() {
        var words = Words.of(protocol) + " with " + Words.of(authMethod) + " authentication";
        return qualifier == null ? words : words + " (" + qualifier + ")";
    }
}
