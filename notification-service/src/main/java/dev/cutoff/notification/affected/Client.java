package dev.cutoff.notification.affected;

import dev.cutoff.notification.line.Line;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A client that some cutoff touches.
 *
 * @param accountPerson lower-cased mail address of the person behind its account, where nobody answers for it; null if that is nobody
 * @param shared whether others use the same account
 * @param resolved whether it no longer needs telling
 * @param ownerEmail in lower case; null if nobody answers for it
 * @param lines that decide for what it uses
 */
public record Client(
        UUID id,
        String kind,
        @Nullable String product,
        @Nullable String name,
        @Nullable String account,
        @Nullable String accountPerson,
        boolean shared,
        boolean resolved,
        @Nullable String ownerName,
        @Nullable String ownerEmail,
        @Nullable String ownerLocale,
        Set<Line> lines) {

    public Client on(Set<Line> deciding) {
        return new Client(
                id,
                kind,
                product,
                name,
                account,
                accountPerson,
                shared,
                resolved,
                ownerName,
                ownerEmail,
                ownerLocale,
                deciding);
    }
}
