package dev.cutoff.inventory.coverage;

import dev.cutoff.inventory.vocabulary.Protocol;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All that was written down for some tenants, from which a line of coverage is made. */
record CoverageDetails(
        List<Spoken> spoken,
        List<Arrived> arrivals,
        List<Counted> vendorCounts,
        List<Counted> knownCounts,
        @Nullable LocalDate month) {

    /** Exports of what is set up: they say nothing of whether anybody uses it, and each time what somebody has asked for. */
    private static final Set<String> SET_UP = Set.of("mobile-devices", "cas-mailboxes", "transport-config");

    record Line(UUID tenantId, Protocol protocol) {}

    record Spoken(UUID tenantId, Protocol protocol, String source, List<LocalDate> days, long rows) {}

    record Arrived(
            UUID tenantId,
            String source,
            Instant arrivedAt,
            long rows,
            @Nullable LocalDate firstDay,
            @Nullable LocalDate lastDay) {}

    record Counted(UUID tenantId, Protocol protocol, LocalDate month, int count) {

        boolean isOf(Line line) {
            return tenantId.equals(line.tenantId()) && protocol == line.protocol();
        }
    }

    Coverage of(Line line, Instant now) {
        var sources = spoken.stream()
                .filter(one -> one.tenantId().equals(line.tenantId()) && one.protocol() == line.protocol())
                .map(one -> source(one, now))
                .toList();
        var counted = vendorCounts.stream().filter(one -> one.isOf(line)).findFirst();
        var compared =
                month != null ? Optional.of(month) : counted.map(Counted::month).or(() -> latestKnown(line));
        var known = compared.flatMap(when -> knownCounts.stream()
                        .filter(one -> one.isOf(line) && one.month().equals(when))
                        .findFirst())
                .map(Counted::count)
                .orElse(0);
        var vendor = counted.map(Counted::count).orElse(null);
        return new Coverage(
                line.tenantId(),
                line.protocol(),
                sources.stream().anyMatch(Coverage.Source::quiet),
                deciding(sources).allMatch(Coverage.Source::stale),
                staleFrom(sources),
                compared.map(when -> when.toString().substring(0, 7)).orElse(null),
                vendor,
                known,
                vendor == null ? null : Math.max(0, vendor - known),
                sources);
    }

    /** Who speaks of use decides, where anybody does: a fresh list of devices does not make up for a log that has stopped. */
    private static Stream<Coverage.Source> deciding(List<Coverage.Source> sources) {
        var ofUse = sources.stream()
                .filter(source -> !SET_UP.contains(source.source()))
                .toList();
        return (ofUse.isEmpty() ? sources : ofUse).stream();
    }

    /** When the last of them is; null where one never is, or there is none. */
    private static @Nullable LocalDate staleFrom(List<Coverage.Source> sources) {
        return deciding(sources).anyMatch(source -> source.staleFrom() == null)
                ? null
                : deciding(sources)
                        .map(Coverage.Source::staleFrom)
                        .filter(Objects::nonNull)
                        .max(Comparator.naturalOrder())
                        .orElse(null);
    }

    private static boolean isQuiet(Spoken one, List<Arrived> came) {
        return SET_UP.contains(one.source())
                ? came.getLast().rows() == 0
                : Rhythm.isQuiet(
                        one.days(),
                        came.stream()
                                .map(arrived ->
                                        new Rhythm.Arrival(arrived.rows(), arrived.firstDay(), arrived.lastDay()))
                                .toList());
    }

    private Optional<LocalDate> latestKnown(Line line) {
        return knownCounts.stream()
                .filter(one -> one.isOf(line))
                .map(Counted::month)
                .max(Comparator.naturalOrder());
    }

    private Coverage.Source source(Spoken one, Instant now) {
        var came = arrivals.stream()
                .filter(arrived -> arrived.tenantId().equals(one.tenantId())
                        && arrived.source().equals(one.source()))
                .toList();
        var lastDays =
                came.stream().map(Arrived::lastDay).filter(Objects::nonNull).toList();
        return new Coverage.Source(
                one.source(),
                one.days().getFirst(),
                one.days().getLast(),
                one.rows(),
                lastDays.stream()
                        .max(Comparator.naturalOrder())
                        .orElse(one.days().getLast()),
                came.getLast().arrivedAt(),
                isQuiet(one, came),
                Rhythm.isStale(lastDays, now.atZone(ZoneOffset.UTC).toLocalDate()),
                Rhythm.staleFrom(lastDays).orElse(null));
    }
}
