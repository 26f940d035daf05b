package dev.cutoff.local.year;

import java.time.DayOfWeek;
import java.time.LocalDate;

/** Monday to Friday, counted here once more and not by the service that is judged. */
final class WorkingDays {

    private WorkingDays() {}

    static boolean isOne(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    /** The day, or the last working day before it. */
    static LocalDate until(LocalDate day) {
        var until = day;
        while (!isOne(until)) {
            until = until.minusDays(1);
        }
        return until;
    }

    /** How many there are after the one day and up to the other. */
    static int between(LocalDate after, LocalDate upTo) {
        return Math.toIntExact(after.plusDays(1)
                .datesUntil(upTo.plusDays(1))
                .filter(WorkingDays::isOne)
                .count());
    }
}
