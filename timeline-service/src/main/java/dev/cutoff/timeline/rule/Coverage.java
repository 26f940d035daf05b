package dev.cutoff.timeline.rule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
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
            if (assumes.isPresent() && rule.lines().anyMatch(line::equals)) {
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

    /** From when the vendor may switch a tenant off; empty if it has not said. */
    @Nullable Instant begins() {
        return phase(PhaseKind.ROLLOUT)
                .or(() -> phase(PhaseKind.PERMANENT_OFF))
                .map(phase -> phase.span(zone()).from())
                .orElse(null);
    }

    /** From when it is off for everybody; empty if the vendor has not said. */
    @Nullable Instant isOver() {
        return phase(PhaseKind.PERMANENT_OFF)
                .or(() -> phase(PhaseKind.ROLLOUT))
                .map(phase -> phase.span(zone()).until())
                .orElse(null);
    }

    /** The moment that no exemption outlives. */
    @Nullable Instant hardStop() {
        return phase(PhaseKind.PERMANENT_OFF)
                .map(phase -> phase.span(zone()).from())
                .orElse(null);
    }

    /** Until when what was switched off may be re-enabled; empty if the rule offers that to nobody. */
    Optional<Instant> reEnableCloses() {
        return phase(PhaseKind.RE_ENABLE_WINDOW).map(phase -> phase.span(zone()).until());
    }

    /** First moment at which an exemption asked for in this phase no longer works; null if nothing ends it. */
    @Nullable Instant endOfExemption(Phase window) {
        return Span.ofDays(null, window.lastsUntil(), zone())
                .endingBy(hardStop())
                .until();
    }

    /** What holds for a tenant to which the vendor has said nothing and that has obtained nothing. */
    State stateAt(Instant at) {
        if (rule == null) {
            return State.UNKNOWN;
        }
        if (!rule.affected()) {
            return State.NOT_AFFECTED;
        }
        var begins = begins();
        if (begins == null || at.isBefore(begins)) {
            return State.WORKING;
        }
        return Span.of(begins, isOver()).isOver(at) ? State.OFF_FOR_GOOD : State.ROLLING_OUT;
    }

    /** The window in which the vendor will switch off a tenant whose day it has not named. */
    Cutoff window() {
        if (rule == null) {
            return Cutoff.none(
                    "No announcement that is known says what happens to " + line + " in this tenant's cloud.");
        }
        if (!rule.affected()) {
            return Cutoff.none(source() + " says that " + line + " is not affected.");
        }
        return phase(PhaseKind.ROLLOUT).map(this::rolloutWindow).orElseGet(this::finalWindow);
    }

    private Cutoff rolloutWindow(Phase rollout) {
        var words = new StringBuilder(
                rollout.order() == Order.RANDOM
                        ? "Tenants are switched off in random order "
                        : "Tenants are switched off ");
        words.append(between(rollout));
        if (rollout.noticeDays() != null) {
            words.append("; the vendor names the day %d days ahead, and none stands for this tenant"
                    .formatted(rollout.noticeDays()));
        }
        words.append(" (").append(source()).append(").");
        return new Cutoff(rollout.from(), rollout.to(), null, rollout.precision(), words.toString());
    }

    /** What is left of the window for what an exemption keeps on until an instant. */
    Cutoff windowAfter(Instant keptUntil) {
        var hardStop = hardStop();
        if (hardStop != null && !keptUntil.isBefore(hardStop)) {
            return finalWindow();
        }
        var window = window();
        var first = dayOf(keptUntil);
        if (window.earliest() == null || !first.isAfter(window.earliest())) {
            return window;
        }
        var latest = window.latest() != null && first.isAfter(window.latest()) ? first : window.latest();
        var reason = "Kept on until " + first.minusDays(1) + " by an exemption. " + window.reason();
        return new Cutoff(first, latest, null, window.precision(), reason);
    }

    private Cutoff finalWindow() {
        return phase(PhaseKind.PERMANENT_OFF)
                .map(end -> new Cutoff(
                        end.from(),
                        end.to(),
                        null,
                        end.precision(),
                        "Switched off for good, whatever was obtained, " + between(end) + " (" + source() + ")."))
                .orElseGet(this::window);
    }

    private static String between(Phase phase) {
        if (phase.from() == null) {
            return "on a day that is to be announced";
        }
        return phase.to() == null
                ? "from " + phase.from() + " on; the vendor has not said until when"
                : "between " + phase.from() + " and " + phase.to();
    }
}
