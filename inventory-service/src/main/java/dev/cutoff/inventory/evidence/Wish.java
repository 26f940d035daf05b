package dev.cutoff.inventory.evidence;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How a body is to be taken.
 *
 * @param asOf day to which it speaks, if it is a report that does not say so itself; null for today
 * @param isDryRun only say what would become of it
 */
record Wish(@Nullable LocalDate asOf, boolean isDryRun) {

    Wish on(LocalDate today) {
        return asOf == null ? new Wish(today, isDryRun) : this;
    }

    /** What tells two requests with one body apart. */
    String mark() {
        return isDryRun ? " " + asOf + " dry" : " " + asOf;
    }
}
