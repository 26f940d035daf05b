package dev.cutoff.inventory.coverage;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Decides when a source that used to speak has stopped: pure, from the days that it has spoken of. */
final class Rhythm {

    /** Of a source that has spoken once: nobody exports a log less often than once a month. */
    private static final int USUAL_DAYS = 31;
    /** What is missing for so many usual pauses is missing. */
    private static final int PAUSES = 2;
    /** A single outage among as many pauses as this does not make it usual. */
    private static final int LOOKED_BACK = 8;

    private Rhythm() {}

    /**
     * Whether a source has brought nothing for twice its usual pause.
     *
     * @param lastDays the last day that each arrival spoke of
     */
    static boolean isStale(Collection<LocalDate> lastDays, LocalDate today) {
        return staleFrom(lastDays).filter(from -> !today.isBefore(from)).isPresent();
    }

    /**
     * The first day on which a source has brought nothing for twice its usual pause, if nothing more comes.
     *
     * @param lastDays the last day that each arrival spoke of
     * @return empty if it has never spoken of any
     */
    static Optional<LocalDate> staleFrom(Collection<LocalDate> lastDays) {
        var days = List.copyOf(new TreeSet<>(lastDays));
        return days.isEmpty()
                ? Optional.empty()
                : Optional.of(days.getLast().plusDays(PAUSES * (long) usualPause(days) + 1));
    }

    /**
     * Whether a source goes on speaking, of this no more.
     *
     * @param days on which it spoke of this
     * @param arrivals what it brought when, in the order in which it came
     */
    static boolean isQuiet(Collection<LocalDate> days, List<Arrival> arrivals) {
        if (days.isEmpty() || arrivals.isEmpty()) {
            return false;
        }
        if (arrivals.getLast().rows() == 0) {
            return true;
        }
        var spoken = new TreeSet<>(days);
        var last = spoken.last();
        var longest = PAUSES * meanPause(spoken);
        return arrivals.stream()
                .anyMatch(arrival -> arrival.firstDay() != null
                        && arrival.lastDay() != null
                        && arrival.firstDay().isAfter(last)
                        && ChronoUnit.DAYS.between(last, arrival.lastDay()) > longest);
    }

    /** @param rows whether there were any decides */
    record Arrival(
            long rows,
            @Nullable LocalDate firstDay,
            @Nullable LocalDate lastDay) {}

    private static int usualPause(List<LocalDate> days) {
        if (days.size() < 2) {
            return USUAL_DAYS;
        }
        var pauses = IntStream.range(Math.max(1, days.size() - LOOKED_BACK), days.size())
                .map(i -> (int) ChronoUnit.DAYS.between(days.get(i - 1), days.get(i)))
                .sorted()
                .toArray();
        return pauses[3 * (pauses.length - 1) / 4];
    }

    private static double meanPause(TreeSet<LocalDate> days) {
        return days.size() < 2 ? 0 : ChronoUnit.DAYS.between(days.first(), days.last()) / (days.size() - 1.0);
    }
}
