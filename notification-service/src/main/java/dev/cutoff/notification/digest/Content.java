package dev.cutoff.notification.digest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cutoff.notification.message.Digest;
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
    private final Map<Long, List<Digest.Row>> rows;
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

    List<Digest.Stop> stops() {
        return things.stream()
                .filter(thing -> thing.thing().equals("stop"))
                .map(this::stop)
                .toList();
    }

    private Digest.Stop stop(ToldStore.Thing thing) {
        var moved = thing.movedFrom() == null
                ? null
                : new Digest.Moved(thing.movedFrom(), Boolean.TRUE.equals(thing.movedNamed()));
        return new Digest.Stop(
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

    private Digest.Before before(ToldStore.Thing thing) {
        var before = heard.getOrDefault(thing.nth(), List.of());
        return before.isEmpty()
                ? Digest.Before.NOBODY
                : new Digest.Before(
                        before.stream()
                                .map(one -> new Digest.Heard(Labels.line(one.person()), one.day()))
                                .toList(),
                        before.getFirst().people());
    }

    List<Digest.Choice> choices() {
        return things.stream()
                .filter(thing -> thing.thing().equals("choice"))
                .map(thing -> new Digest.Choice(
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

    List<Digest.AllClear> allClears() {
        return things.stream()
                .flatMap(thing -> why(thing)
                        .map(why -> new Digest.AllClear(
                                topic(thing),
                                why,
                                new Digest.Moved(thing.earliest(), Boolean.TRUE.equals(thing.movedNamed())),
                                clients(thing)))
                        .stream())
                .toList();
    }

    private static Optional<Digest.AllClear.Why> why(ToldStore.Thing thing) {
        return switch (thing.thing()) {
            case "resolved" -> Optional.of(Digest.AllClear.Why.RESOLVED);
            case "withdrawn" -> Optional.of(Digest.AllClear.Why.WITHDRAWN);
            case "undated" -> Optional.of(Digest.AllClear.Why.UNDATED);
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

    private static List<Digest.Action> actions(ToldStore.Thing thing) {
        var actions = thing.actions();
        return actions == null
                ? List.of()
                : StreamSupport.stream(actions.spliterator(), false)
                        .map(action -> new Digest.Action(
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
    private Digest.Clients none(ToldStore.Thing thing) {
        var shares = thing.tenants().stream()
                .map(tenant -> new Digest.Share(tenants.getOrDefault(tenant.toString(), ""), 0))
                .sorted(Comparator.comparing(Digest.Share::name))
                .toList();
        return new Digest.Clients(0, shares, shares.size(), List.of(), List.of(), 0, 0, List.of());
    }

    private Digest.Clients clients(ToldStore.Thing thing) {
        var by = parts.get(thing.nth());
        if (by == null) {
            return none(thing);
        }
        var tenantsOf = by.getOrDefault("tenant", List.of());
        var owners = by.getOrDefault("owner", List.of());
        return new Digest.Clients(
                by.get("all").getFirst().clients(),
                tenantsOf.stream()
                        .map(part -> new Digest.Share(tenants.getOrDefault(part.value(), ""), part.clients()))
                        .sorted(Comparator.comparing(Digest.Share::clients)
                                .reversed()
                                .thenComparing(Digest.Share::name))
                        .toList(),
                tenantsOf.getFirst().groups(),
                by.getOrDefault("kind", List.of()).stream()
                        .map(part -> new Digest.Kind(String.valueOf(part.value()), part.clients(), part.protocols()))
                        .toList(),
                owners.stream()
                        .filter(part -> part.value() != null)
                        .map(part -> new Digest.Share(Labels.line(part.value()), part.clients()))
                        .toList(),
                owners.isEmpty() ? 0 : owners.getFirst().groups(),
                owners.stream()
                        .filter(part -> part.value() == null)
                        .mapToInt(ToldStore.Part::clients)
                        .sum(),
                rows.getOrDefault(thing.nth(), List.of()));
    }
}
