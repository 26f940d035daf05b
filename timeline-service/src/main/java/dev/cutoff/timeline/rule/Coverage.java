package dev.cutoff.timeline.rule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the vendor has announced for one line of one tenant.
 *
 * <p>The revision in force is the latest that is known; of its rules the first whose audience matches holds. An older revision is
 * never asked: what the latest does not repeat, the vendor no longer says.
 *
 * @param revision null if none is known yet
 * @param rule null if none speaks of this line to this tenant
 * @param assumes unknown attributes of the tenant that were counted as matching
 */
record Coverage(
        Line line, @Nullable Revision revision, @Nullable Rule rule, List<String> assumes) {

    /** @param known the programme as it was known on the day in question */
    static Coverage of(Programme known, TenantAttributes tenant, Line line) {
        if (known.revisions().isEmpty()) {
            return new Coverage(line, null, null, List.of());
        }
        var revision = known.revisions().getLast();
        for (var rule : revision.rules()) {
            var assumes = rule.audience().assumptionsFor(tenant);
            if (assumes.isPresent() && rule.lines().anyMatch(all -> all.contains(line))) {
                return new Coverage(line, revision, rule, assumes.get());
            }
        }
        return new Coverage(line, revision, null, List.of());
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
        return Optional.ofNullable(rule).flatMap(known -> known.phase(kind));
    }

    Optional<Phase> stop() {
        return Optional.ofNullable(rule).flatMap(Rule::stop);
    }

    List<Phase> windows(ExemptionKind kind) {
        return rule == null ? List.of() : rule.windows(kind);
    }

    /** From when the vendor may switch a tenant off; null if it has not said. */
    @Nullable Instant begins() {
        return steps().findFirst().map(step -> step.span(zone()).from()).orElse(null);
    }

    /** The moment that no exemption outlives; null if the vendor has not named it. */
    @Nullable Instant hardStop() {
        return phase(PhaseKind.PERMANENT_OFF)
                .map(phase -> phase.span(zone()).from())
                .orElse(null);
    }

    /** Every instant at which the rule alone changes something. */
    Stream<Instant> turns() {
        var ends = Stream.concat(
                steps().map(this::end),
                windows(ExemptionKind.RE_ENABLE).stream()
                        .map(window -> window.span(zone()).until()));
        return Stream.concat(Stream.of(begins(), hardStop()), ends)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull);
    }

    /** Whether the vendor's general switching-off has begun. */
    boolean hasBegunAt(Instant at) {
        return steps().findFirst()
                .filter(step -> !step.span(zone()).isAfter(at))
                .isPresent();
    }

    /** Whether what is off may still be turned on again, now or later. */
    boolean hasWayBackAt(Instant at) {
        return windows(ExemptionKind.RE_ENABLE).stream()
                .anyMatch(window -> !window.span(zone()).isOver(at));
    }

    /** First moment at which an exemption asked for in this phase no longer works; null if nothing ends it. */
    @Nullable Instant endOfExemption(Phase window) {
        return Span.ofDays(null, window.lastsUntil(), zone())
                .endingBy(hardStop())
                .until();
    }

    /**
     * How long an exemption of this kind lasts at most, whenever it was obtained: a later announcement may shorten what an earlier one had
     * left open. Null if nothing ends it.
     */
    @Nullable Instant endOfAny(ExemptionKind kind) {
        var windows = windows(kind);
        return windows.stream().anyMatch(window -> window.lastsUntil() == null)
                ? hardStop()
                : windows.stream()
                        .map(this::endOfExemption)
                        .max(Comparator.nullsLast(Comparator.naturalOrder()))
                        .orElse(hardStop());
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
        var end = phase(PhaseKind.PERMANENT_OFF);
        return end.isPresent()
                ? isPast(end.get(), at)
                : stop().filter(step -> isPast(step, at)).isPresent() && !hasWayBackAt(at);
    }

    /** Every tenant has been reached, and those that have obtained nothing are off, some time before it is for good. */
    private boolean isDoneAt(Instant at) {
        var hardStop = hardStop();
        return stop().filter(step -> isPast(step, at))
                .filter(step ->
                        hardStop == null || Objects.requireNonNull(end(step)).isBefore(hardStop))
                .isPresent();
    }

    private boolean isPast(Phase step, Instant at) {
        var end = end(step);
        return end != null && !at.isBefore(end);
    }

    /** From when a step has reached everybody: where it is one day for all, from the first moment of it. */
    private @Nullable Instant end(Phase step) {
        var span = step.span(zone());
        return step.exactDay() == null ? span.until() : span.from();
    }

    /** Those of the vendor's steps to which it has given a date. */
    private Stream<Phase> steps() {
        return Stream.of(stop(), phase(PhaseKind.PERMANENT_OFF))
                .flatMap(Optional::stream)
                .filter(step -> step.from() != null || step.to() != null);
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
