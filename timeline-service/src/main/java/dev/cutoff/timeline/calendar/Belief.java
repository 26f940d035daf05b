package dev.cutoff.timeline.calendar;

import dev.cutoff.timeline.rule.Cutoff;
import dev.cutoff.timeline.rule.Exemption;
import dev.cutoff.timeline.rule.Facts;
import dev.cutoff.timeline.rule.Line;
import dev.cutoff.timeline.rule.Outlook;
import dev.cutoff.timeline.rule.Programme;
import dev.cutoff.timeline.rule.Prospect;
import dev.cutoff.timeline.rule.Revision;
import dev.cutoff.timeline.rule.State;
import dev.cutoff.timeline.rule.TenantAttributes;
import dev.cutoff.timeline.rule.VendorNotice;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What was believed about one programme and one tenant, on any day. */
record Belief(Programme programme, TenantAttributes tenant, Facts facts, Instant now) {

    /**
     * A date that moved.
     *
     * @param from what had been believed before
     * @param announced the day that moved it
     */
    record Move(Cutoff from, LocalDate announced) {

        String inWords() {
            if (from.hasNoDate()) {
                return "had no date before (announced %s)".formatted(announced);
            }
            var words = Objects.equals(from.earliest(), from.latest())
                    ? String.valueOf(from.earliest())
                    : "%s .. %s".formatted(orOpen(from.earliest()), orOpen(from.latest()));
            return "moved from %s (announced %s)".formatted(words, announced);
        }

        private static String orOpen(@Nullable LocalDate day) {
            return day == null ? "open" : day.toString();
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(now, ZoneOffset.UTC);
    }

    Stream<Outlook> today(Predicate<Line> asked) {
        return Prospect.of(programme, tenant, facts, today()).at(now, asked).stream();
    }

    /** The last time that its date moved; empty if it never has. */
    Optional<Move> lastMove(Line line, Cutoff current) {
        for (var day : daysOfChange().descendingSet()) {
            var before = on(line, day.minusDays(1));
            if (before.isEmpty()) {
                return Optional.empty();
            }
            if (!before.get().isSameTime(current)) {
                return Optional.of(new Move(before.get(), day));
            }
        }
        return Optional.empty();
    }

    /** Empty if nothing had been said about the line to this tenant. */
    private Optional<Cutoff> on(Line line, LocalDate day) {
        var end = day.atTime(LocalTime.MAX).toInstant(ZoneOffset.UTC);
        return Prospect.of(programme, tenant, facts, day).at(end.isBefore(now) ? end : now, line::equals).stream()
                .filter(outlook -> outlook.state() != State.UNKNOWN)
                .map(Outlook::cutoff)
                .findFirst();
    }

    private TreeSet<LocalDate> daysOfChange() {
        var days = new TreeSet<LocalDate>();
        Stream.of(
                        programme.revisions().stream().map(Revision::announced),
                        facts.notices().stream().map(VendorNotice::publishedAt).map(Belief::dayOf),
                        facts.exemptions().stream().flatMap(Belief::instants).map(Belief::dayOf))
                .flatMap(some -> some)
                .filter(day -> !day.isAfter(today()))
                .forEach(days::add);
        return days;
    }

    private static Stream<Instant> instants(Exemption exemption) {
        return Stream.of(exemption.requestedAt(), exemption.confirmedAt(), exemption.revokedAt())
                .filter(Objects::nonNull);
    }

    private static LocalDate dayOf(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }
}
