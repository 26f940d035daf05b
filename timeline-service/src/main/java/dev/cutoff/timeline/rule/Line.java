package dev.cutoff.timeline.rule;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What the vendor retires: one protocol with one auth method.
 *
 * @param qualifier the part of it that is meant, such as an EAS version; null for all of it
 */
public record Line(
        Protocol protocol, AuthMethod authMethod, @Nullable String qualifier) implements Comparable<Line> {

    private static final Comparator<Line> ORDER = Comparator.comparing(Line::protocol)
            .thenComparing(Line::authMethod)
            .thenComparing(Line::qualifier, Comparator.nullsFirst(Comparator.naturalOrder()));

    /** Whether the other is this, or a part of it: a line without a qualifier is all of it. */
    boolean contains(Line other) {
        return protocol == other.protocol
                && authMethod == other.authMethod
                && (qualifier == null || qualifier.equals(other.qualifier));
    }

    @Override
    public int compareTo(Line other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        var words = Words.of(protocol) + " with " + Words.of(authMethod) + " authentication";
        return qualifier == null ? words : words + " (" + qualifier + ")";
    }
}
