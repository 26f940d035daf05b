package dev.cutoff.commons.page;

import dev.cutoff.commons.problem.Refusal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The days that a list is asked for, both included.
 *
 * @param from null if there is no first
 * @param to null if there is no last
 */
public record DayRange(@Nullable LocalDate from, @Nullable LocalDate to) {

    /** @throws Refusal 400 if they are the wrong way round: an empty list would look like good news */
    public void require() {
        if (from != null && to != null && to.isBefore(from)) {
            throw Refusal.invalidParameter("to", "must not be before from");
        }
    }
}
