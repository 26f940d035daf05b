package dev.cutoff.timeline.rule;

import java.util.Collection;
import java.util.Set;

/**
 * What a tenant has bought, as far as we know what it is.
 *
 * @param classes such as {@code f3}
 * @param isComplete false if it has something of which nobody has said what class it is
 */
public record Licences(Set<String> classes, boolean isComplete) {

    public Licences {
        classes = Set.copyOf(classes);
    }

    boolean haveAny(Collection<String> wanted) {
        return wanted.stream().anyMatch(classes::contains);
    }
}
