package dev.cutoff.notification.affected;

import dev.cutoff.notification.affected.Staging.StagedClient;
import dev.cutoff.notification.affected.Staging.StagedUse;
import dev.cutoff.notification.line.Deciding;
import dev.cutoff.notification.line.Line;
import dev.cutoff.notification.line.Usage;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A client as it was read.
 *
 * @param client without lines until it is known which decide
 * @param uses what it is seen to use
 * @param lastUses the last success with what each of the lines ends, where there is one
 */
public record Sighted(Client client, List<Usage> uses, Map<Line, Instant> lastUses) {

    /** Before it is known which lines decide. */
    public Sighted(Client client, List<Usage> uses) {
        this(client, uses, Map.of());
    }

    /** As inventory has it. */
    public static Sighted of(StagedClient row, List<StagedUse> uses) {
        return new Sighted(
                client(row), uses.stream().map(use -> usage(use, row.tags())).toList());
    }

    private static Client client(StagedClient row) {
        return new Client(
                row.clientId(),
                row.kind(),
                row.product(),
                row.name(),
                row.account(),
                row.accountPerson(),
                row.shared(),
                row.resolved(),
                row.ownerName(),
                row.ownerEmail(),
                row.ownerLocale(),
                Set.of(),
                Set.of(),
                Set.of());
    }

    private static Usage usage(StagedUse use, List<String> tags) {
        return new Usage(
                use.protocol(),
                use.authMethod(),
                use.qualifier().isEmpty() ? null : use.qualifier(),
                use.account().isEmpty() ? null : use.account(),
                tags,
                use.lastSeen());
    }

    /** With the lines that decide for what it uses. */
    public Sighted on(Deciding deciding) {
        var lines = new HashSet<Line>();
        var last = new TreeMap<Line, Instant>();
        uses.forEach(use -> deciding.of(use).ifPresent(line -> {
            lines.add(line);
            if (use.lastSeen() != null) {
                last.merge(line, use.lastSeen(), (one, other) -> one.isAfter(other) ? one : other);
            }
        }));
        return new Sighted(client.on(Set.copyOf(lines)), uses, Map.copyOf(last));
    }
}
