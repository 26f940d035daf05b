package dev.cutoff.notification.plan;

import dev.cutoff.commons.json.WireName;
import dev.cutoff.notification.affected.Client;
import dev.cutoff.notification.affected.Cutoff;
import dev.cutoff.notification.inventory.InventoryClient;
import dev.cutoff.notification.inventory.InventoryUsage;
import dev.cutoff.notification.ladder.Deadline;
import dev.cutoff.notification.ladder.State;
import dev.cutoff.notification.timeline.OutlookLine;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the other services say, in our words. */
final class Facts {

    /** A client in one of these needs no telling. */
    private static final Set<String> RESOLVED = Set.of("migrated", "verified", "retired", "excepted");

    /** Why inventory may call a client verified although nobody has said so: it is told all the same. */
    private static final String SILENCE = "silent-while-it-worked";

    private Facts() {}

    /** The lines of an outlook that decide. Of two that differ in their qualifier only, the one that stops first stands for both. */
    static List<OutlookLine> deciding(List<OutlookLine> outlook) {
        var sooner = BinaryOperator.minBy(Comparator.comparing(Facts::firstDay));
        return outlook.stream()
                .filter(line -> !line.isOverridden())
                .collect(Collectors.toMap(Facts::line, Function.identity(), sooner))
                .values()
                .stream()
                .sorted(Comparator.comparing(OutlookLine::programme)
                        .thenComparing(OutlookLine::protocol)
                        .thenComparing(OutlookLine::authMethod))
                .toList();
    }

    private static LocalDate firstDay(OutlookLine line) {
        return cutoff(line).deadline().map(Deadline::day).orElse(LocalDate.MAX);
    }

    private static Cutoff.Line line(OutlookLine line) {
        return new Cutoff.Line(line.programme(), line.protocol(), line.authMethod());
    }

    static Cutoff cutoff(OutlookLine line) {
        var window = line.cutoff();
        // A state that we do not know yet must not silence us: it is treated like one that goes on.
        var state = WireName.parse(State.class, line.state()).orElse(State.WORKING);
        return new Cutoff(
                line(line),
                state,
                window == null ? null : window.earliest(),
                window == null ? null : window.latest(),
                window == null ? null : window.day(),
                state == State.SCHEDULED ? line.until() : null,
                line.decisionBy(),
                line.announced(),
                line.checkedOn(),
                line.allowedActions() == null
                        ? List.of()
                        : line.allowedActions().stream()
                                .filter(OutlookLine.Action::allowed)
                                .map(action -> new Cutoff.Action(action.action(), action.until(), action.channel()))
                                .toList());
    }

    /** The clients that use what one of the lines ends. */
    static List<Client> clients(
            Collection<OutlookLine> lines, Collection<InventoryUsage> usages, Collection<InventoryClient> clients) {
        var uses = uses(lines, usages);
        return clients.stream()
                .filter(client -> uses.containsKey(client.id()))
                .collect(Collectors.toMap(InventoryClient::id, Function.identity(), (one, same) -> one))
                .values()
                .stream()
                .map(client -> client(client, uses.get(client.id())))
                .toList();
    }

    private static Map<UUID, Set<String>> uses(Collection<OutlookLine> lines, Collection<InventoryUsage> usages) {
        var uses = new HashMap<UUID, Set<String>>();
        for (var line : lines) {
            for (var usage : usages) {
                if (isEndedBy(line, usage)) {
                    usage.clientIds()
                            .forEach(id -> uses.computeIfAbsent(id, client -> new HashSet<>())
                                    .add(line(line).use()));
                }
            }
        }
        return uses;
    }

    private static boolean isEndedBy(OutlookLine line, InventoryUsage usage) {
        return line.protocol().equals(usage.protocol())
                && line.authMethod().equals(usage.authMethod())
                && (line.qualifier() == null || Objects.equals(line.qualifier(), usage.qualifier()));
    }

    private static Client client(InventoryClient client, Set<String> uses) {
        var owner = client.owner();
        return new Client(
                client.id(),
                client.kind(),
                client.product(),
                client.name(),
                client.account(),
                client.shared(),
                isResolved(client),
                owner == null ? null : owner.name(),
                owner == null ? null : person(owner.email()),
                owner == null ? null : owner.locale(),
                uses);
    }

    private static boolean isResolved(InventoryClient client) {
        return RESOLVED.contains(client.status()) && !SILENCE.equals(client.migrationReason());
    }

    /** A person is a mail address, whatever its case. */
    static @Nullable String person(@Nullable String address) {
        return address == null || address.isBlank() ? null : address.strip().toLowerCase(Locale.ROOT);
    }
}
