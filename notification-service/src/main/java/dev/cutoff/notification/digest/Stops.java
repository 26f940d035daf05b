package dev.cutoff.notification.digest;

import dev.cutoff.notification.affected.Client;
import dev.cutoff.notification.affected.Cutoff;
import dev.cutoff.notification.ladder.Anchor;
import dev.cutoff.notification.ladder.State;
import dev.cutoff.notification.line.Line;
import dev.cutoff.notification.message.Digest;
import dev.cutoff.notification.reminder.Reminder;
import dev.cutoff.notification.reminder.Role;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What stops, with protocols that stop on the same day in one place: a client that uses four of them is listed once. */
final class Stops {

    private record Key(
            String programme,
            String authMethod,
            @Nullable String qualifier,
            State state,
            @Nullable LocalDate earliest,
            @Nullable LocalDate latest,
            @Nullable LocalDate day,
            Role role,
            Digest.@Nullable Moved movedFrom) {}

    private final Map<Line, Cutoff> cutoffs;
    private final Map<UUID, Client> clients;

    Stops(List<Cutoff> cutoffs, List<Client> clients) {
        this.cutoffs = cutoffs.stream().collect(Collectors.toMap(Cutoff::line, Function.identity()));
        this.clients = clients.stream().collect(Collectors.toMap(Client::id, Function.identity()));
    }

    List<Digest.Stop> of(List<Reminder> reminders) {
        var told = reminders.stream()
                .filter(reminder -> reminder.anchor() == Anchor.CUTOFF)
                .filter(reminder -> clients.containsKey(reminder.clientId()) && cutoffs.containsKey(reminder.line()))
                .toList();
        return Digests.grouped(told, this::key).entrySet().stream()
                .map(group -> stop(group.getKey(), group.getValue()))
                .sorted(Comparator.comparing(Digest.Stop::from))
                .toList();
    }

    private Key key(Reminder reminder) {
        var cutoff = cutoffs.get(reminder.line());
        var moved = reminder.movedFrom() == null
                ? null
                : new Digest.Moved(reminder.movedFrom(), Boolean.TRUE.equals(reminder.movedNamed()));
        return new Key(
                reminder.programme(),
                reminder.authMethod(),
                reminder.qualifier(),
                cutoff.state(),
                cutoff.earliest(),
                cutoff.latest(),
                cutoff.day(),
                reminder.role(),
                moved);
    }

    private Digest.Stop stop(Key key, List<Reminder> told) {
        var cutoff = cutoffs.get(told.getFirst().line());
        var affected = Digests.grouped(told, Reminder::clientId).entrySet().stream()
                .map(client -> Labels.listed(
                        clients.get(client.getKey()),
                        client.getValue().stream().map(Reminder::protocol).toList()))
                .toList();
        var shown = Labels.first(affected);
        return new Digest.Stop(
                key.programme(),
                told.stream().map(Reminder::protocol).distinct().sorted().toList(),
                key.authMethod(),
                key.qualifier() == null ? null : Labels.line(key.qualifier()),
                key.state(),
                key.earliest() == null ? told.getFirst().anchorDay() : key.earliest(),
                key.latest(),
                key.day(),
                cutoff.stopsAt(),
                cutoff.announced(),
                cutoff.checkedOn(),
                key.role(),
                key.movedFrom(),
                shown,
                affected.size() - shown.size());
    }
}
