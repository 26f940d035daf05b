package dev.cutoff.inventory.evidence;

import dev.cutoff.commons.problem.Refusal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How a body is to be taken.
 *
 * @param asOf day to which it speaks, if it is a report that does not say so itself; null for today
 * @param isDryRun only say what would become of it
 */
record Wish(@Nullable LocalDate asOf, boolean isDryRun) {

    /**
     * @param today in UTC; where the sender is it may be tomorrow
     * @throws Refusal 400 for a day that has not come: until then nobody would be told that its source has gone quiet
     */
    Wish on(LocalDate today) {
        if (asOf != null && asOf.isAfter(today.plusDays(1))) {
            throw Refusal.invalidParameter("asOf", "must be a day that has come; today is " + today);
        }
        return asOf == null ? new Wish(today, isDryRun) : this;
    }

    /** What tells two requests with one body apart. */
    String mark() {
        return isDryRun ? " " + asOf + " dry" : " " + asOf;
    }
}
