package dev.cutoff.timeline.rule;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What of a protocol an exemption is for.
 *
 * @param qualifier a part of the protocol, by the name that the programme has for it; null for all of it
 * @param isForNamedAccounts whether it is for some accounts only and so does not decide for the tenant
 * @param appIds the apps that it lets through; empty for all kinds that name none
 */
public record Scope(@Nullable String qualifier, boolean isForNamedAccounts, List<String> appIds) {

    /** All of the protocol, for the whole tenant. */
    public static final Scope TENANT = new Scope(null, false, List.of());

    public Scope {
        appIds = List.copyOf(appIds);
    }

    /** @param named every line that the programme has a name for */
    boolean covers(Line line, Collection<Line> named) {
        return qualifier == null
                || named.stream().anyMatch(part -> qualifier.equals(part.qualifier()) && part.contains(line));
    }
}
