package dev.cutoff.inventory.silence;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides what silence means. All days are UTC days that evidence speaks of, never today: a source that has stopped speaking moves no
 * horizon, so it proves nothing.
 */
public final class Silence {

    /**
     * One use, and what is around it.
     *
     * @param isModern retired although it signs in with modern authentication, as EWS is: a modern success elsewhere says nothing of it
     */
    public record Trace(Activity activity, Backdrop backdrop, boolean isModern) {

        /** A use with Basic. */
        public Trace(Activity activity, Backdrop backdrop) {
            this(activity, backdrop, false);
        }
    }

    private Silence() {}

    /**
     * What was there after this day is not silent yet, whatever its own rhythm and whatever others do.
     *
     * @param horizon the last day that evidence speaks of
     */
    public static LocalDate since(LocalDate horizon) {
        return horizon.minusDays(Activity.SHORTEST_DAYS);
    }

    /** What is known of one use by itself. */
    public static Verdict of(Trace trace) {
        var activity = trace.activity();
        var backdrop = trace.backdrop();
        var days = activity.daysToSilence();
        if (ChronoUnit.DAYS.between(activity.lastDay(), backdrop.horizon()) < days) {
            return new Verdict(
                    Migration.AT_RISK, activity.endsBlocked() ? MigrationReason.STILL_TRYING : MigrationReason.IN_USE);
        }
        return backdrop.wouldHaveShown(activity.lastDay(), days)
                ? new Verdict(Migration.VERIFIED, MigrationReason.SILENT_WHILE_IT_WORKED)
                : new Verdict(Migration.UNVERIFIED, MigrationReason.SILENT_WITHOUT_PROOF);
    }

    /**
     * What is known of a client.
     *
     * @param traces its uses of what is being retired
     * @param modern the last day of a modern success that can be nobody else's; null without one
     * @param word the day on which somebody said that it has moved or is gone; null if nobody says so
     */
    public static Verdict of(List<Trace> traces, @Nullable LocalDate modern, @Nullable LocalDate word) {
        var shown = shown(traces, modern);
        if (word == null) {
            return shown;
        }
        return switch (shown.migration()) {
            case MIGRATED, VERIFIED -> new Verdict(Migration.VERIFIED, MigrationReason.WORD_AND_EVIDENCE);
            case AT_RISK, UNVERIFIED ->
                lastDay(traces).isAfter(word)
                        ? new Verdict(shown.migration(), MigrationReason.USED_AFTER_THE_WORD)
                        : new Verdict(Migration.MIGRATED, MigrationReason.SOMEBODYS_WORD);
            case UNAFFECTED, UNKNOWN -> new Verdict(Migration.MIGRATED, MigrationReason.SOMEBODYS_WORD);
        };
    }

    /** Without anybody's word. The worst of its uses decides: one protocol left behind is enough to stand still. */
    private static Verdict shown(List<Trace> traces, @Nullable LocalDate modern) {
        if (traces.isEmpty()) {
            return modern == null
                    ? new Verdict(Migration.UNKNOWN, MigrationReason.NO_EVIDENCE)
                    : new Verdict(Migration.UNAFFECTED, MigrationReason.MODERN_ONLY);
        }
        var basic = traces.stream().filter(trace -> !trace.isModern()).toList();
        var isOffBasic = modern != null && !basic.isEmpty() && modern.isAfter(lastDay(basic));
        if (isOffBasic && basic.size() == traces.size()) {
            return new Verdict(Migration.MIGRATED, MigrationReason.MODERN_SUCCESS);
        }
        return traces.stream()
                .filter(trace -> trace.isModern() || !isOffBasic)
                .map(Silence::of)
                .min(Comparator.comparing(Verdict::migration).thenComparing(Verdict::reason))
                .orElseThrow();
    }

    private static LocalDate lastDay(List<Trace> traces) {
        return traces.stream()
                .map(trace -> trace.activity().lastDay())
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }
}
