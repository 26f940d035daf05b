package dev.cutoff.notification.digest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cutoff.notification.message.AllClear;
import dev.cutoff.notification.message.Before;
import dev.cutoff.notification.message.Choice;
import dev.cutoff.notification.message.Clients;
import dev.cutoff.notification.message.Digest;
import dev.cutoff.notification.message.Stop;
import dev.cutoff.notification.message.ToldDay;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The things that a mail tells, from what was counted. */
final class Content {

    private final List<ToldStore.Thing> things;
    private final Map<Long, Map<String, List<ToldStore.Part>>> parts;
    private final Map<Long, List<Clients.Row>> rows;
    private final Map<Long, List<ToldStore.Heard>> heard;
    private final Map<String, String> tenants;

    /** @param tenants names by id */
    Content(
            List<ToldStore.Thing> things,
            List<ToldStore.Part> parts,
            List<ToldStore.Row> rows,
            List<ToldStore.Heard> heard,
            Map<String, String> tenants) {
        this.heard = heard.stream().collect(Collectors.groupingBy(ToldStore.Heard::nth));
        this.parts = parts.stream()
                .collect(Collectors.groupingBy(ToldStore.Part::nth, Collectors.groupingBy(ToldStore.Part::by)));
        // A decision for which nobody is at risk any more is none.
        this.things = things.stream()
                .filter(thing -> !thing.thing().equals("choice") || this.parts.containsKey(thing.nth()))
                .toList();
        this.rows = rows.stream()
                .collect(Collectors.groupingBy(
                        ToldStore.Row::nth,
                        Collectors.mapping(
                                row -> Labels.listed(
                                        row, tenants.getOrDefault(row.tenantId().toString(), "")),
                                Collectors.toList())));
        this.tenants = tenants;
    }

    /** What is resolved makes no mail by itself; that it is taken back does. */
    boolean isEmpty() {
        return things.stream().allMatch(thing -> thing.thing().equals("resolved"));
    }

    List<Stop> stops() {
        return things.stream()
                .filter(thing -> thing.thing().equals("stop"))
                .map(this::stop)
                .toList();
    }

    private Stop stop(ToldStore.Thing thing) {
        var moved = thing.movedFrom() == null
                ? null
                : new ToldDay(thing.movedFrom(), Boolean.TRUE.equals(thing.movedNamed()));
        return new Stop(
                topic(thing),
                thing.isOver(),
                thing.earliest(),
                thing.latest(),
                thing.day(),
                thing.stopsAt(),
                source(thing),
                Objects.requireNonNull(thing.role()),
                moved,
                thing.isReopened(),
                thing.isContradicted(),
                before(thing),
                clients(thing));
    }

    private Before before(ToldStore.Thing thing) {
        var before = heard.getOrDefault(thing.nth(), List.of());
        return before.isEmpty()
                ? Before.NOBODY
                : new Before(
                        before.stream()
                                .map(one -> new Before.Heard(Labels.line(one.person()), one.day()))
                                .toList(),
                        before.getFirst().people());
    }

    List<Choice> choices() {
        return things.stream()
                .filter(thing -> thing.thing().equals("choice"))
                .map(thing -> new Choice(
                        topic(thing),
                        Objects.requireNonNull(thing.decideBy()),
                        thing.earliest(),
                        thing.latest(),
                        thing.day(),
                        source(thing),
                        actions(thing),
                        clients(thing)))
                .toList();
    }

    List<AllClear> allClears() {
        return things.stream()
                .flatMap(thing -> why(thing)
                        .map(why -> new AllClear(
                                topic(thing),
                                why,
                                new ToldDay(thing.earliest(), Boolean.TRUE.equals(thing.movedNamed())),
                                clients(thing)))
                        .stream())
                .toList();
    }

    private static Optional<AllClear.Why> why(ToldStore.Thing thing) {
        return switch (thing.thing()) {
            case "resolved" -> Optional.of(AllClear.Why.RESOLVED);
            case "withdrawn" -> Optional.of(AllClear.Why.WITHDRAWN);
            case "undated" -> Optional.of(AllClear.Why.UNDATED);
            default -> Optional.empty();
        };
    }

    private static Digest.Topic topic(ToldStore.Thing thing) {
        return new Digest.Topic(thing.programme(), thing.protocols(), thing.authMethod(), qualifier(thing.qualifier()));
    }

    static @Nullable String qualifier(String kept) {
        return kept.isEmpty() ? null : Labels.line(kept);
    }

    private static Digest.Source source(ToldStore.Thing thing) {
        return new Digest.Source(thing.announced(), thing.checkedOn());
    }

    private static List<Choice.Action> actions(ToldStore.Thing thing) {
        var actions = thing.actions();
        return actions == null
                ? List.of()
                : StreamSupport.stream(actions.spliterator(), false)
                        .map(action -> new Choice.Action(
                                action.path("action").asText(),
                                action.path("channel").asText(null),
                                lastDay(action.path("until")),
                                lastDay(action.path("effectiveUntil"))))
                        .toList();
    }

    /** The moment is the first at which it is over. */
    private static @Nullable LocalDate lastDay(JsonNode until) {
        return until.isTextual()
                ? LocalDate.ofInstant(Instant.parse(until.asText()).minusNanos(1), ZoneOffset.UTC)
                : null;
    }

    /** What is over for who was to decide is about no clients any more. */
    private Clients none(ToldStore.Thing thing) {
        var shares = thing.tenants().stream()
                .map(tenant -> new Clients.Share(tenants.getOrDefault(tenant.toString(), ""), 0))
                .sorted(Comparator.comparing(Clients.Share::name))
                .toList();
        return new Clients(0, shares, shares.size(), List.of(), List.of(), 0, 0, List.of());
    }

    private Clients clients(ToldStore.Thing thing) {
        var by = parts.get(thing.nth());
        if (by == null) {
            return none(thing);
        }
        var tenantsOf = by.getOrDefault("tenant", List.of());
        var owners = by.getOrDefault("owner", List.of());
        return new Clients(
                by.get("all").getFirst().clients(),
                tenantsOf.stream()
                        .map(part -> new Clients.Share(tenants.getOrDefault(part.value(), ""), part.clients()))
                        .sorted(Comparator.comparing(Clients.Share::clients)
                                .reversed()
                                .thenComparing(Clients.Share::name))
                        .toList(),
                tenantsOf.getFirst().groups(),
                by.getOrDefault("kind", List.of()).stream()
                        .map(part -> new Clients.Kind(String.valueOf(part.value()), part.clients(), part.protocols()))
                        .toList(),
                owners.stream()
                        .filter(part -> part.value() != null)
                        .map(part -> new Clients.Share(Labels.line(part.value()), part.clients()))
                        .toList(),
                owners.isEmpty() ? 0 : owners.getFirst().groups(),
                owners.stream()
                        .filter(part -> part.value() == null)
                        .mapToInt(ToldStore.Part::clients)
                        .sum(),
                rows.getOrDefault(thing.nth(), List.of()));
    }
}
