package dev.cutoff.notification.step;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * Something that can be done.
 *
 * @param id names its words
 * @param source where the facts about it come from, as in the references of the catalogue
 * @param since first day on which the vendor offers it; null if it always has, as far as anybody remembers
 * @param end when the vendor ends it in turn; null if no end is known
 */
public record Way(
        String id,
        String source,
        @Nullable LocalDate since,
        @Nullable End end) {

    /**
     * An end.
     *
     * @param first first day on which it may be over
     * @param isMonth whether the vendor names a month only
     * @param programme that ends it
     */
    public record End(LocalDate first, boolean isMonth, String programme) {

        static End of(String day, String programme) {
            return day.length() == "2028-09".length()
                    ? new End(YearMonth.parse(day).atDay(1), true, programme)
                    : new End(LocalDate.parse(day), false, programme);
        }
    }

    /** Whether it is offered on the day. */
    boolean isOfferedOn(LocalDate day) {
        return since == null || !day.isBefore(since);
    }

    /** Whether it lasts longer than what it replaces: else it only puts the trouble off. */
    boolean outlasts(LocalDate replaced) {
        return end == null || end.first().isAfter(replaced);
    }
}
