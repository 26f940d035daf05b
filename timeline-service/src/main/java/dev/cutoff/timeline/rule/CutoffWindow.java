package dev.cutoff.timeline.rule;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When a line stops by what the vendor has announced to all, in dates and in words. A day is named only where the vendor named one. */
record CutoffWindow(Coverage coverage) {

    /** Of a tenant to which the vendor has said nothing. */
    Cutoff forAll() {
        var rule = coverage.rule();
        if (rule == null) {
            return Cutoff.none("No announcement that is known says what happens to " + coverage.line()
                    + " in this tenant's cloud.");
        }
        if (!rule.affected()) {
            return Cutoff.none(coverage.source() + " says that " + coverage.line() + " is not affected.");
        }
        if (rule.startsWithout()) {
            return Cutoff.none("Tenants created from %s on begin without it (%s)."
                    .formatted(rule.audience().createdFrom(), coverage.source()));
        }
        return coverage.stop().map(this::ofStop).orElseGet(this::last);
    }

    /** What is left for what an exemption keeps on until an instant; null if nothing ends it. */
    Cutoff after(@Nullable Instant keptUntil) {
        var hardStop = coverage.hardStop();
        if (keptUntil == null && coverage.phase(PhaseKind.PERMANENT_OFF).isEmpty()) {
            return Cutoff.none("Kept on by an exemption, of which " + coverage.source() + " names no end.");
        }
        if (keptUntil == null || hardStop != null && !keptUntil.isBefore(hardStop)) {
            return last();
        }
        var window = forAll();
        var first = coverage.dayOf(keptUntil);
        if (window.earliest() == null || !first.isAfter(window.earliest())) {
            return window;
        }
        var latest = window.latest() != null && first.isAfter(window.latest()) ? first : window.latest();
        var reason = "Kept on until " + first.minusDays(1) + " by an exemption. " + window.reason();
        return new Cutoff(first, latest, null, window.precision(), reason);
    }

    private Cutoff ofStop(Phase stop) {
        var words = new StringBuilder();
        words.append(
                stop.kind() == PhaseKind.DISABLED_BY_DEFAULT ? "Disabled by default " : "Tenants are switched off ");
        if (stop.order() == Order.RANDOM) {
            words.append("in random order ");
        }
        var latest = stop.to() == null ? lastDay() : stop.to();
        words.append(
                stop.to() == null && stop.from() != null && latest != null
                        ? "from %s on, the last by %s".formatted(stop.from(), latest)
                        : between(stop));
        if (stop.noticeDays() != null) {
            words.append("; the vendor names the day %d days ahead, and none stands for this tenant"
                    .formatted(stop.noticeDays()));
        }
        return cutoff(stop, latest, words.toString());
    }

    /** The day by which even those are off who obtained whatever there was; null if none is known. */
    private @Nullable LocalDate lastDay() {
        return coverage.phase(PhaseKind.PERMANENT_OFF).map(Phase::to).orElse(null);
    }

    private Cutoff last() {
        return coverage.phase(PhaseKind.PERMANENT_OFF)
                .filter(end -> coverage.rule() == null || !coverage.rule().startsWithout())
                .map(end -> cutoff(end, end.to(), "Switched off for good, whatever was obtained, " + between(end)))
                .orElseGet(this::forAll);
    }

    private Cutoff cutoff(Phase phase, @Nullable LocalDate latest, String words) {
        var note =
                Optional.ofNullable(phase.note()).map(text -> " " + text + ".").orElse("");
        var reason = words + " (" + coverage.source() + ")." + note;
        return new Cutoff(phase.from(), latest, phase.exactDay(), phase.precision(), reason);
    }

    private static String between(Phase phase) {
        if (phase.exactDay() != null) {
            return "on " + phase.exactDay();
        }
        if (phase.from() == null) {
            return phase.to() == null
                    ? "on a day that is to be announced"
                    : "by " + phase.to() + ", nobody has said since when";
        }
        return phase.to() == null
                ? "from " + phase.from() + " on; the vendor has not said until when"
                : "between " + phase.from() + " and " + phase.to();
    }
}
