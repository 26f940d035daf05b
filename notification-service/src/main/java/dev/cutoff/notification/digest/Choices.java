package dev.cutoff.notification.digest;

import dev.cutoff.notification.affected.Client;
import dev.cutoff.notification.affected.Cutoff;
import dev.cutoff.notification.ladder.Anchor;
import dev.cutoff.notification.line.Line;
import dev.cutoff.notification.message.Digest;
import dev.cutoff.notification.reminder.Reminder;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What can still be decided, and for whom: protocols with the same last day in one place. */
final class Choices {

    private record Key(
            String programme, String authMethod, @Nullable String qualifier, LocalDate by) {}

    private record Way(String action, @Nullable String channel) {}

    private final Map<Line, Cutoff> cutoffs;
    private final Function<Line, List<Client>> atRisk;

    Choices(List<Cutoff> cutoffs, Function<Line, List<Client>> atRisk) {
        this.cutoffs = cutoffs.stream().collect(Collectors.toMap(Cutoff::line, Function.identity()));
        this.atRisk = atRisk;
    }

    List<Digest.Choice> of(List<Reminder> reminders) {
        var told = reminders.stream()
                .filter(reminder -> reminder.anchor() == Anchor.DECISION && cutoffs.containsKey(reminder.line()))
                .toList();
        return Digests.grouped(
                        told,
                        reminder -> new Key(
                                reminder.programme(),
                                reminder.authMethod(),
                                reminder.qualifier(),
                                reminder.anchorDay()))
                .entrySet()
                .stream()
                .map(group -> choice(
                        group.getKey(),
                        group.getValue().stream().map(Reminder::line).distinct().toList()))
                .sorted(Comparator.comparing(Digest.Choice::by))
                .toList();
    }

    private Digest.Choice choice(Key key, List<Line> lines) {
        var first = cutoffs.get(lines.getFirst());
        var affected = affected(lines);
        var shown = Labels.first(affected);
        return new Digest.Choice(
                key.programme(),
                lines.stream().map(Line::protocol).distinct().sorted().toList(),
                key.authMethod(),
                key.qualifier() == null ? null : Labels.line(key.qualifier()),
                key.by(),
                first.earliest(),
                first.latest(),
                first.day(),
                first.announced(),
                first.checkedOn(),
                actions(lines),
                shown,
                affected.size() - shown.size());
    }

    private List<Digest.Affected> affected(List<Line> lines) {
        var clients = new LinkedHashMap<UUID, Client>();
        var protocols = new LinkedHashMap<UUID, Set<String>>();
        lines.forEach(line -> atRisk.apply(line).forEach(client -> {
            clients.put(client.id(), client);
            protocols.computeIfAbsent(client.id(), id -> new LinkedHashSet<>()).add(line.protocol());
        }));
        return clients.values().stream()
                .map(client -> Labels.listed(client, protocols.get(client.id())))
                .toList();
    }

    private List<Digest.Action> actions(List<Line> lines) {
        var ways = new LinkedHashMap<Way, Set<String>>();
        lines.forEach(line -> cutoffs.get(line)
                .actions()
                .forEach(action -> ways.computeIfAbsent(
                                new Way(action.action(), action.channel()), way -> new LinkedHashSet<>())
                        .add(line.protocol())));
        return ways.entrySet().stream()
                .map(way -> new Digest.Action(
                        way.getKey().action(),
                        way.getKey().channel(),
                        way.getValue().stream().sorted().toList()))
                .sorted(Comparator.comparing(Digest.Action::action))
                .toList();
    }
}
