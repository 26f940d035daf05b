package dev.cutoff.notification.digest;

import dev.cutoff.notification.affected.Finding;
import dev.cutoff.notification.branding.Branding;
import dev.cutoff.notification.branding.Brandings;
import dev.cutoff.notification.message.CalendarDate;
import dev.cutoff.notification.message.Digest;
import dev.cutoff.notification.tenant.Tenant;
import dev.cutoff.notification.tenant.Tenants;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes digests; part of the transaction that is open. */
@Singleton
public class Digests {

    /** More things than these stand in no mail, whoever is told them; those that are left are less urgent, and come when they are not. */
    private static final int MOST_THINGS = 300;

    private static final int MOST_SHARES = 20;
    private static final int MOST_ROWS = 2000;
    private static final int MOST_DAYS = 200;
    private static final int MOST_CALLS = 200;
    private static final int MOST_HEARD = 5;

    private final ToldStore store;
    private final Tenants tenants;
    private final Brandings brandings;

    Digests(ToldStore store, Tenants tenants, Brandings brandings) {
        this.store = store;
        this.tenants = tenants;
        this.brandings = brandings;
    }

    /** @return empty if there is nothing to tell, because nobody gets an empty mail */
    public Optional<Digest> of(Addressed notice) {
        var things = store.things(notice, MOST_THINGS);
        var parts = store.parts(notice, MOST_SHARES);
        var rows = store.rows(notice, MOST_ROWS);
        var days = store.days(notice, MOST_DAYS);
        var missing = store.missing(notice);
        var heard = things.stream().anyMatch(ToldStore.Thing::isPassedOn)
                ? store.heard(notice, MOST_HEARD)
                : List.<ToldStore.Heard>of();
        var calls = store.calls(notice, MOST_CALLS);
        var told = told(things, parts, rows, days, missing, calls);
        var names = told.stream()
                .collect(Collectors.toMap(tenant -> tenant.id().toString(), tenant -> Labels.line(tenant.name())));
        var content = new Content(things, parts, rows, heard, names);
        return content.isEmpty() && missing.isEmpty() && calls.isEmpty()
                ? Optional.empty()
                : Optional.of(new Digest(
                        notice.recipient(),
                        notice.locale(),
                        notice.zone(),
                        notice.day(),
                        notice.severity(),
                        parts(told),
                        content.stops(),
                        content.choices(),
                        content.allClears(),
                        findings(missing, names),
                        calls.stream()
                                .map(call -> Labels.call(
                                        call, names.getOrDefault(call.tenantId().toString(), "")))
                                .toList(),
                        days.stream().map(day -> date(day, names)).toList()));
    }

    /** The tenants that it is about, those of the most urgent things first. */
    private List<Tenant> told(
            List<ToldStore.Thing> things,
            List<ToldStore.Part> parts,
            List<ToldStore.Row> rows,
            List<ToldStore.Day> days,
            List<ToldStore.Missing> missing,
            List<ToldStore.Call> calls) {
        var byThing = parts.stream()
                .filter(part -> part.by().equals("tenant"))
                .collect(Collectors.groupingBy(
                        ToldStore.Part::nth,
                        Collectors.mapping(
                                part -> UUID.fromString(String.valueOf(part.value())), Collectors.toList())));
        var ids = Stream.of(
                        things.stream().flatMap(thing -> byThing.getOrDefault(thing.nth(), List.of()).stream()),
                        rows.stream().map(ToldStore.Row::tenantId),
                        days.stream().map(ToldStore.Day::tenantId),
                        things.stream().flatMap(thing -> thing.tenants().stream()),
                        missing.stream().map(ToldStore.Missing::tenantId),
                        calls.stream().map(ToldStore.Call::tenantId))
                .flatMap(some -> some)
                .distinct()
                .toList();
        Map<UUID, Tenant> known = tenants.find(ids).stream().collect(Collectors.toMap(Tenant::id, Function.identity()));
        var told = new LinkedHashMap<UUID, Tenant>();
        ids.stream().filter(known::containsKey).forEach(id -> told.put(id, known.get(id)));
        return List.copyOf(told.values());
    }

    private List<Digest.Tenant> parts(List<Tenant> told) {
        var looks = brandings.of(told.stream().map(Tenant::id).toList());
        return told.stream().map(tenant -> part(tenant, looks.get(tenant.id()))).toList();
    }

    private static Digest.Tenant part(Tenant tenant, @Nullable Branding branding) {
        var contact = branding == null || branding.contact() == null
                ? tenant.contact().orElse(null)
                : branding.contact();
        return new Digest.Tenant(tenant.id(), Labels.line(tenant.name()), contact, branding);
    }

    /** Protocols of which the same is missing are one finding. */
    private static List<Digest.Finding> findings(List<ToldStore.Missing> missing, Map<String, String> names) {
        record Key(
                UUID tenant,
                Finding.Kind kind,
                @Nullable String source,
                @Nullable LocalDate since,
                @Nullable Integer gap) {}
        return missing.stream()
                .collect(Collectors.groupingBy(
                        one -> new Key(one.tenantId(), one.kind(), one.source(), one.since(), one.gap()),
                        LinkedHashMap::new,
                        Collectors.mapping(ToldStore.Missing::protocol, Collectors.toList())))
                .entrySet()
                .stream()
                .map(entry -> new Digest.Finding(
                        names.getOrDefault(entry.getKey().tenant().toString(), ""),
                        what(entry.getKey().kind()),
                        entry.getKey().source(),
                        entry.getValue(),
                        entry.getKey().since(),
                        entry.getKey().gap()))
                .toList();
    }

    private static Digest.Finding.What what(Finding.Kind kind) {
        return switch (kind) {
            case QUIET -> Digest.Finding.What.QUIET;
            case STALE -> Digest.Finding.What.STALE;
            case GAP -> Digest.Finding.What.GAP;
        };
    }

    private static CalendarDate date(ToldStore.Day day, Map<String, String> names) {
        return new CalendarDate(
                day.tenantId(),
                names.getOrDefault(day.tenantId().toString(), ""),
                day.programme(),
                day.protocol(),
                day.authMethod(),
                Content.qualifier(day.qualifier()),
                day.isDecision(),
                day.starts(),
                day.ends(),
                day.isCertain(),
                day.sequence(),
                new Digest.Source(day.announced(), day.checkedOn()));
    }
}
