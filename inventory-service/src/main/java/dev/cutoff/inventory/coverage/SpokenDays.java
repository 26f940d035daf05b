package dev.cutoff.inventory.coverage;

import dev.cutoff.inventory.silence.Backdrop;
import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;

/**
 * The days that the sign-in log of a tenant speaks of.
 *
 * @param days all of them
 * @param lastSuccesses by {@code protocol authMethod}, the last day on which anybody succeeded
 */
public record SpokenDays(NavigableSet<LocalDate> days, Map<String, LocalDate> lastSuccesses) {

    /** What is around a use; nothing if no log has spoken yet. */
    public Optional<Backdrop> around(String protocol, String authMethod) {
        return days.isEmpty()
                ? Optional.empty()
                : Optional.of(new Backdrop(days.last(), lastSuccesses.get(protocol + " " + authMethod), days));
    }
}
