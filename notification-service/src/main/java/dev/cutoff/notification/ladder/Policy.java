package dev.cutoff.notification.ladder;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * When people are told.
 *
 * @param rungs days before the deadline, ascending; -1 is the day after
 * @param daysOff days on which nobody reads mail
 * @param holidays further days like that
 * @param calmWorkingDays working days between two mails to one person
 * @param urgentDays days before a deadline in which calm no longer counts
 * @param useDays days after the end of a cutoff in which it is still worth telling
 */
public record Policy(
        List<Integer> rungs,
        Set<DayOfWeek> daysOff,
        Set<LocalDate> holidays,
        int calmWorkingDays,
        int urgentDays,
        int useDays) {

    public static final Policy DEFAULT = new Policy(
            List.of(-1, 0, 1, 3, 7, 14, 30, 60, 90), Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), Set.of(), 5, 3, 2);

    /** The working day on or before the day: a rung moves earlier, never later. */
    public LocalDate workingDayUntil(LocalDate day) {
        var until = day;
        while (isDayOff(until)) {
            until = until.minusDays(1);
        }
        return until;
    }

    private boolean isDayOff(LocalDate day) {
        return daysOff.contains(day.getDayOfWeek()) || holidays.contains(day);
    }

    /** The day on which so many working days after it have come. */
    public LocalDate plusWorkingDays(LocalDate day, int count) {
        var later = day;
        for (var left = count; left > 0; ) {
            later = later.plusDays(1);
            if (!isDayOff(later)) {
                left--;
            }
        }
        return later;
    }
}
