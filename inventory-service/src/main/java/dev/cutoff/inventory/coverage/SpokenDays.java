package dev.cutoff.inventory.coverage;

import dev.cutoff.inventory.silence.Activity;
import dev.cutoff.inventory.silence.Backdrop;
import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableSet;

/**
 * The days that the sign-in log of a tenant speaks of.
 *
 * @param days all of them
 * @param lastSuccesses by {@code protocol authMethod}, the last day on which anybody succeeded
 */
public record SpokenDays(NavigableSet<LocalDate> days, Map<String, LocalDate> lastSuccesses) {

    /** What is around a use; where no log has spoken, nothing but the use itself, such as a report has it. */
    public Backdrop around(String protocol, String authMethod, Activity activity) {
        return days.isEmpty()
                ? new Backdrop(activity.lastDay(), null, days)
                : new Backdrop(days.last(), lastSuccesses.get(protocol + " " + authMethod), days);
    }
}
