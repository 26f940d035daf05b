package dev.cutoff.timeline.rule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the vendor has announced for one line of one tenant.
 *
 * <p>The revision in force is the latest that is known; of its rules the first whose audience matches holds. An older revision is
 * never asked: what the latest does not repeat, the vendor no longer says. The moments at which it changes something are worked out
 * once, for a timeline asks for them at each of its turns.
 */
final class Coverage {

    private final Line line;
    private final @Nullable Revision revision;
    private final @Nullable Rule rule;
    private final List<String> assumes;

    private final @Nullable Phase stop;
    private final @Nullable Phase end;
    private final @Nullable Instant begins;
    private final @Nullable Instant hardStop;
    private final @Nullable Instant stopDone;
    private final @Nullable Instant endDone;
    private final List<Span> waysBack;

    private Coverage(Line line, @Nullable Revision revision, @Nullable Rule rule, List<String> assumes) {
        this.line = line;
        this.revision = revision;
        this.rule = rule;
        this.assumes = assumes;
        stop = rule == null ? null : rule.stop().orElse(null);
        end = rule == null ? null : rule.phase(PhaseKind.PERMANENT_OFF).orElse(null);
        hardStop = end == null ? null : end.span(zone()).from();
        stopDone = stop == null ? null : done(stop);
        endDone = end == null ? null : done(end);
        begins = isDated(stop) ? stop.span(zone()).from() : isDated(end) ? hardStop : null;
        waysBack = windows(ExemptionKind.RE_ENABLE).stream()
                .map(window -> window.span(zone()))
                .toList();
    }

    /** @param known what had been announced on the day in question, oldest first */
    static Coverage of(List<Revision> known, TenantAttributes tenant, Line line) {
        if (known.isEmpty()) {
            return new Coverage(line, null, null, List.of());
        }
        var revision = known.getLast();
        for (var rule : revision.rules()) {
            if (!rule.speaksOf(line)) {
                continue;
            }
            var assumes = rule.audience().assumptionsFor(tenant);
            if (assumes.isPresent()) {
                return new Coverage(line, revision, rule, assumes.get());
            }
        }
        return new Coverage(line, revision, null, List.of());
    }

    Line line() {
        return line;
    }

    /** Null if none is known yet. */
    @Nullable Revision revision() {
        return revision;
    }

    /** Null if none speaks of this line to this tenant. */
    @Nullable Rule rule() {
        return rule;
    }

    /** Unknown attributes of the tenant that were counted as matching. */
    List<String> assumes() {
        return assumes;
    }

    boolean isCovered() {
        return rule != null && rule.affected();
    }

    ZoneId zone() {
        return revision == null ? Revision.UTC : revision.zone();
    }

    LocalDate dayOf(Instant at) {
        return at.atZone(zone()).toLocalDate();
    }

    String source() {
        return revision == null ? "no announcement" : revision.source().name();
    }

    Optional<Phase> phase(PhaseKind kind) {
        return rule == null ? Optional.empty() : rule.phase(kind);
    }

    Optional<Phase> stop() {
        return Optional.ofNullable(stop);
    }

    List<Phase> windows(ExemptionKind kind) {
        return rule == null ? List.of() : rule.windows(kind);
    }

    /** From when the vendor may switch a tenant off; null if it has not said. */
    @Nullable Instant begins() {
        return begins;
    }

    /** The moment that no exemption outlives; null if the vendor has not named it. */
    @Nullable Instant hardStop() {
        return hardStop;
    }

    /** Every instant at which the rule alone changes something. */
    Stream<Instant> turns() {
        return Stream.concat(
                Stream.of(begins, hardStop, isDated(stop) ? stopDone : null, isDated(end) ? endDone : null)
                        .flatMap(Stream::ofNullable),
                waysBack.stream().flatMap(span -> Stream.ofNullable(span.until())));
    }

    /** Whether the vendor's general switching-off has begun. */
    boolean hasBegunAt(Instant at) {
        return (isDated(stop) || isDated(end)) && (begins == null || !at.isBefore(begins));
    }

    /** Whether what is off may still be turned on again, now or later. */
    boolean hasWayBackAt(Instant at) {
        return waysBack.stream().anyMatch(window -> !window.isOver(at));
    }

    /** First moment at which an exemption asked for in this phase no longer works; null if nothing ends it. */
    @Nullable Instant endOfExemption(Phase window) {
        return Span.ofDays(null, window.lastsUntil(), zone()).endingBy(hardStop).until();
    }

    /**
     * How long an exemption of this kind lasts at most, whenever it was obtained: a later announcement may shorten what an earlier one had
     * left open. Null if nothing ends it.
     */
    @Nullable Instant endOfAny(ExemptionKind kind) {
        var windows = windows(kind);
        return windows.stream().anyMatch(window -> window.lastsUntil() == null)
                ? hardStop
                : windows.stream()
                        .map(this::endOfExemption)
                        .max(Comparator.nullsLast(Comparator.naturalOrder()))
                        .orElse(hardStop);
    }

    /** What holds for a tenant to which the vendor has said nothing and that has obtained nothing. */
    State stateAt(Instant at) {
        if (rule == null) {
            return State.UNKNOWN;
        }
        if (!rule.affected()) {
            return State.NOT_AFFECTED;
        }
        if (isOverAt(at)) {
            return State.OFF_FOR_GOOD;
        }
        if (isDoneAt(at)) {
            return hasWayBackAt(at) ? State.OFF : State.OFF_FOR_GOOD;
        }
        return hasBegunAt(at) ? State.ROLLING_OUT : State.WORKING;
    }

    /** Off for everybody, whatever was obtained: for good, or without a way back and with nothing more to come. */
    boolean isOverAt(Instant at) {
        return end == null ? isPast(stopDone, at) && !hasWayBackAt(at) : isPast(endDone, at);
    }

    /** Every tenant has been reached, and those that have obtained nothing are off, some time before it is for good. */
    private boolean isDoneAt(Instant at) {
        return stopDone != null && isPast(stopDone, at) && (hardStop == null || stopDone.isBefore(hardStop));
    }

    private static boolean isPast(@Nullable Instant done, Instant at) {
        return done != null && !at.isBefore(done);
    }

    /** From when a step has reached everybody: where it is one day for all, from the first moment of it. */
    private @Nullable Instant done(Phase step) {
        var span = step.span(zone());
        return step.exactDay() == null ? span.until() : span.from();
    }

    /** Whether the vendor has given a step any date. */
    private static boolean isDated(@Nullable Phase step) {
        return step != null && (step.from() != null || step.to() != null);
    }

    /** The window in which the vendor will switch off a tenant whose day it has not named. */
    Cutoff window() {
        return new CutoffWindow(this).forAll();
    }

    /** What is left of the window for what an exemption keeps on until an instant; null if nothing ends it. */
    Cutoff windowAfter(@Nullable Instant keptUntil) {
        return new CutoffWindow(this).after(keptUntil);
    }
}
