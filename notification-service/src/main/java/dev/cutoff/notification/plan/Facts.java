package dev.cutoff.notification.plan;

import dev.cutoff.commons.json.WireName;
import dev.cutoff.notification.affected.Client;
import dev.cutoff.notification.affected.Cutoff;
import dev.cutoff.notification.inventory.InventoryClient;
import dev.cutoff.notification.inventory.InventoryUsage;
import dev.cutoff.notification.ladder.Deadline;
import dev.cutoff.notification.ladder.State;
import dev.cutoff.notification.line.Deciding;
import dev.cutoff.notification.line.Line;
import dev.cutoff.notification.line.Part;
import dev.cutoff.notification.line.Statement;
import dev.cutoff.notification.line.Usage;
import dev.cutoff.notification.timeline.OutlookLine;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
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

    static Statement statement(OutlookLine line) {
        return new Statement(
                line(line),
                line.qualifier() == null ? null : part(line, line.qualifier()),
                line.effective(),
                cutoff(line).deadline().map(Deadline::day).orElse(null));
    }

    /** A timeline that says a part in words only is taken at its word. */
    private static Part part(OutlookLine line, String qualifier) {
        return line.part() == null ? new Part("app-id", null, List.of(qualifier)) : line.part();
    }

    private static Line line(OutlookLine line) {
        return new Line(line.programme(), line.protocol(), line.authMethod(), line.qualifier());
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
                                .map(action -> new Cutoff.Action(
                                        action.action(), action.until(), action.channel(), action.effectiveUntil()))
                                .toList());
    }

    /** The clients that use what one of the lines ends. */
    static List<Client> clients(
            Collection<OutlookLine> lines, Collection<InventoryUsage> usages, Collection<InventoryClient> clients) {
        var deciding = new Deciding(lines.stream().map(Facts::statement).toList());
        var uses = usesByClient(usages);
        return clients.stream()
                .collect(Collectors.toMap(InventoryClient::id, Function.identity(), (one, same) -> one))
                .values()
                .stream()
                .map(client -> client(client, lines(deciding, client, uses.getOrDefault(client.id(), Set.of()))))
                .filter(client -> !client.lines().isEmpty())
                .toList();
    }

    private static Map<UUID, Set<InventoryUsage>> usesByClient(Collection<InventoryUsage> usages) {
        var uses = new HashMap<UUID, Set<InventoryUsage>>();
        usages.forEach(usage -> usage.clientIds()
                .forEach(id ->
                        uses.computeIfAbsent(id, client -> new HashSet<>()).add(usage)));
        return uses;
    }

    private static Set<Line> lines(Deciding deciding, InventoryClient client, Set<InventoryUsage> uses) {
        return uses.stream()
                .flatMap(use -> deciding
                        .of(new Usage(use.protocol(), use.authMethod(), use.qualifier(), use.account(), client.tags()))
                        .stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Client client(InventoryClient client, Set<Line> lines) {
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
                lines);
    }

    private static boolean isResolved(InventoryClient client) {
        return RESOLVED.contains(client.status()) && !SILENCE.equals(client.migrationReason());
    }

    /** A person is a mail address, whatever its case. */
    static @Nullable String person(@Nullable String address) {
        return address == null || address.isBlank() ? null : address.strip().toLowerCase(Locale.ROOT);
    }
}
