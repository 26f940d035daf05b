package dev.cutoff.notification.forecast;

import dev.cutoff.commons.security.Caller;
import dev.cutoff.commons.security.Callers;
import dev.cutoff.commons.security.TenantScope;
import dev.cutoff.notification.forecast.Forecast.Length;
import dev.cutoff.notification.transport.Transport;
import dev.cutoff.notification.transport.Transports;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Looks ahead: what waits, played forward on each transport, and shown as far as the caller may see it. */
@Singleton
class Forecasts {

    private static final int MOST_TENANTS = 500;
    /** Longer than that in hours, nobody reads it. */
    private static final Duration LONGEST_IN_HOURS = Duration.ofDays(7);

    /** What is asked of the database as ourselves. */
    private record Seen(List<ForecastStore.Group> groups, Map<String, List<Integer>> lastDays) {}

    private final ForecastStore store;
    private final Transports transports;
    private final Callers callers;
    private final Clock clock;

    Forecasts(ForecastStore store, Transports transports, Callers callers, Clock clock) {
        this.store = store;
        this.transports = transports;
        this.callers = callers;
        this.clock = clock;
    }

    /**
     * @param withHeld also what is kept back, as if it were released now
     * @param by length of the periods; null for hours unless they would be too many
     */
    Forecast of(TenantScope scope, boolean withHeld, @Nullable Length by) {
        var now = clock.instant();
        var seen = look();
        var leaving = seen.groups().stream()
                .filter(group -> withHeld || !isKeptBack(group))
                .collect(Collectors.groupingBy(group -> way(group.tenants())));
        var reached = transports.all().stream()
                .flatMap(way -> Course.of(
                        leaving.getOrDefault(way.name(), List.of()).stream()
                                .map(group -> waiting(group, now))
                                .toList(),
                        way.pace().perMinute(),
                        way.pace().perDay(),
                        seen.lastDays().get(way.name()),
                        now)
                        .stream())
                .filter(some -> some.tenants().stream().anyMatch(scope::sees))
                .toList();
        var held = seen.groups().stream()
                .filter(Forecasts::isKeptBack)
                .filter(group -> group.tenants().stream().anyMatch(scope::sees))
                .mapToInt(ForecastStore.Group::count)
                .sum();
        return shown(reached, held, scope, now, by);
    }

    private Seen look() {
        return Callers.as(
                Caller.system("forecast"),
                () -> QuarkusTransaction.requiringNew()
                        .call(() -> new Seen(
                                store.waiting(),
                                transports.all().stream()
                                        .collect(
                                                Collectors.toMap(Transport::name, way -> store.lastDay(way.name()))))));
    }

    private static boolean isKeptBack(ForecastStore.Group group) {
        return group.held() || group.rest() == null;
    }

    private String way(List<UUID> tenants) {
        return transports.of(tenants).map(Transport::name).orElse(Transport.DEFAULT);
    }

    private static Waiting waiting(ForecastStore.Group group, Instant now) {
        var day = group.day().atStartOfDay(group.zone()).toInstant();
        var rested = group.rest() == null ? now : now.plus(group.rest(), ChronoUnit.HOURS);
        var earliest = day.isAfter(rested) ? day : rested;
        return new Waiting(
                group.tenants(), group.nearest(), group.severity(), afterQuiet(group, earliest), group.count());
    }

    /** The end of the quiet hours that the moment is in; the moment itself if it is in none. */
    private static Instant afterQuiet(ForecastStore.Group group, Instant moment) {
        if (group.quietFrom() == null || group.quietTo() == null) {
            return moment;
        }
        var local = moment.atZone(group.zone());
        var time = local.toLocalTime();
        var overNight = group.quietFrom().isAfter(group.quietTo());
        var begun = !time.isBefore(group.quietFrom());
        var over = !time.isBefore(group.quietTo());
        var isQuiet = overNight ? begun || !over : begun && !over;
        if (!isQuiet) {
            return moment;
        }
        var day = overNight && begun ? local.toLocalDate().plusDays(1) : local.toLocalDate();
        return day.atTime(group.quietTo()).atZone(group.zone()).toInstant();
    }

    private static Forecast shown(
            List<Reached> reached, int held, TenantScope scope, Instant now, @Nullable Length asked) {
        var last =
                reached.stream().map(Reached::to).max(Comparator.naturalOrder()).orElse(null);
        var isLong = last != null && Duration.between(now, last).compareTo(LONGEST_IN_HOURS) > 0;
        var by = asked != null ? asked : isLong ? Length.DAY : Length.HOUR;
        var tenants = tenants(reached, scope);
        return new Forecast(
                now,
                reached.stream().mapToInt(Reached::count).sum(),
                held,
                last,
                by,
                periods(reached, by),
                tenants.size(),
                tenants.stream().limit(MOST_TENANTS).toList());
    }

    private static List<Forecast.Period> periods(List<Reached> reached, Length by) {
        var unit = by == Length.HOUR ? ChronoUnit.HOURS : ChronoUnit.DAYS;
        var counts = new TreeMap<Instant, Integer>();
        reached.forEach(some -> counts.merge(some.to().truncatedTo(unit), some.count(), Integer::sum));
        var sum = new int[1];
        return counts.entrySet().stream()
                .map(entry -> new Forecast.Period(entry.getKey(), entry.getValue(), sum[0] += entry.getValue()))
                .toList();
    }

    private static List<Forecast.OfTenant> tenants(List<Reached> reached, TenantScope scope) {
        var found = new HashMap<UUID, Forecast.OfTenant>();
        for (var some : reached) {
            some.tenants().stream().filter(scope::sees).forEach(tenant -> {
                var one = new Forecast.OfTenant(tenant, some.count(), some.from(), some.to());
                found.merge(tenant, one, Forecasts::together);
            });
        }
        return found.values().stream()
                .sorted(Comparator.comparing(Forecast.OfTenant::lastAt)
                        .reversed()
                        .thenComparing(Forecast.OfTenant::tenantId))
                .toList();
    }

    private static Forecast.OfTenant together(Forecast.OfTenant one, Forecast.OfTenant other) {
        return new Forecast.OfTenant(
                one.tenantId(),
                one.notices() + other.notices(),
                one.firstAt().isBefore(other.firstAt()) ? one.firstAt() : other.firstAt(),
                one.lastAt().isAfter(other.lastAt()) ? one.lastAt() : other.lastAt());
    }
}
