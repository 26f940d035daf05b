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
 * @param people who is told of it, or would be if mail reached them
 * @param done those of the lines of which somebody says that it has moved on, and nothing speaks against it
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
        Set<Line> lines,
        Set<Line> done,
        Set<String> people) {

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
                deciding,
                done,
                people);
    }

    /** As it was planned. */
    public Client planned(Set<Line> moved, Set<String> told) {
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
                lines,
                moved,
                told);
    }

    /** Whether it still has to move, as far as the line goes. */
    public boolean isAtRisk(Line line) {
        return !resolved && !done.contains(line);
    }
}
