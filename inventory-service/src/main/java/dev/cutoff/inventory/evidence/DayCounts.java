package dev.cutoff.inventory.evidence;

import dev.cutoff.inventory.vocabulary.Use;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** How many sign-ins of each use a body has on each UTC day. */
final class DayCounts {

    /** More than any log keeps. Each day is a partition, and a body of invented dates would make thousands. */
    static final int MOST = 1_000;

    private static final LocalDate EPOCH_2000 = LocalDate.of(2000, 1, 1);

    /** What a body says of one use on one day. */
    record Count(Use use, LocalDate day, long rows, long successes) {}

    /** A day as rows refer to it. */
    static final class Day {

        private final LocalDate date;
        private final int month;
        private final Map<Use, long[]> counts = new HashMap<>();

        private Day(LocalDate date) {
            this.date = date;
            this.month = DayCounts.month(date);
        }

        /** Since 2000. */
        int month() {
            return month;
        }

        /** Since 2000. */
        int number() {
            return (int) (date.toEpochDay() - EPOCH_2000.toEpochDay());
        }

        void add(Use use, boolean isSuccess) {
            var count = counts.computeIfAbsent(use, _ -> new long[2]);
            count[0]++;
            count[1] += isSuccess ? 1 : 0;
        }
    }

    private final Map<Long, Day> days = new HashMap<>();

    /** Since 2000. */
    static int month(LocalDate day) {
        return (day.getYear() - 2000) * 12 + day.getMonthValue() - 1;
    }

    /** @return any day if there are too many */
    Day of(long epochDay) {
        var known = days.get(epochDay);
        if (known != null) {
            return known;
        }
        var day = new Day(LocalDate.ofEpochDay(epochDay));
        if (days.size() <= MOST) {
            days.put(epochDay, day);
        }
        return day;
    }

    boolean areTooMany() {
        return days.size() > MOST;
    }

    Set<LocalDate> days() {
        var dates = new TreeSet<LocalDate>();
        days.values().forEach(day -> dates.add(day.date));
        return dates;
    }

    List<Count> counts() {
        var all = new ArrayList<Count>();
        days.values()
                .forEach(day ->
                        day.counts.forEach((use, count) -> all.add(new Count(use, day.date, count[0], count[1]))));
        return all;
    }
}
