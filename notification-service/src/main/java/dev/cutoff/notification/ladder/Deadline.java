package dev.cutoff.notification.ladder;

import java.time.LocalDate;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A day that something hangs on.
 *
 * @param anchor a cutoff, or the last day to decide about it
 * @param day the day; of a window without a named day, its first
 * @param named whether the vendor means this very day
 * @param ends the last day on which it may happen; null if that is not known
 */
public record Deadline(
        Anchor anchor,
        LocalDate day,
        boolean named,
        @Nullable LocalDate ends) {

    /** The day itself if it is named, else the first day of the window. */
    public static Deadline cutoff(LocalDate earliest, @Nullable LocalDate latest, @Nullable LocalDate day) {
        return day == null
                ? new Deadline(Anchor.CUTOFF, earliest, false, latest)
                : new Deadline(Anchor.CUTOFF, day, true, day);
    }

    public static Deadline decision(LocalDate by) {
        return new Deadline(Anchor.DECISION, by, true, by);
    }

    /** The last day on which telling is of use; null if there is none. A decision cannot be taken afterwards. */
    public @Nullable LocalDate lastUse(Policy policy) {
        return ends == null ? null : anchor == Anchor.DECISION ? ends : ends.plusDays(policy.useDays());
    }

    boolean isPast(Policy policy, LocalDate today) {
        var last = lastUse(policy);
        return last != null && today.isAfter(last);
    }

    /** The nearest rung of the policy whose day has come; rungs that this deadline never has do not count. */
    OptionalInt dueRung(Policy policy, LocalDate today) {
        return policy.rungs().stream()
                .mapToInt(Integer::intValue)
                .filter(rung -> rung >= leastRung() && isDue(rung, policy, today))
                .min();
    }

    /** Nothing stops "today" in an open window, and after its last day nothing is left to decide. */
    int leastRung() {
        return anchor == Anchor.DECISION ? 0 : named ? -1 : 1;
    }

    boolean isDue(int rung, Policy policy, LocalDate today) {
        return !today.isBefore(dueOn(rung, policy));
    }

    /** A rung on a day off moves earlier; the day after never does, because it speaks of a day that is over. */
    public LocalDate dueOn(int rung, Policy policy) {
        var exact = day.minusDays(rung);
        return rung < 0 ? exact : policy.workingDayUntil(exact);
    }

    int daysLeft(LocalDate today) {
        return Math.toIntExact(day.toEpochDay() - today.toEpochDay());
    }

    boolean isSameAs(Earlier earlier) {
        return day.equals(earlier.day()) && named == earlier.named();
    }
}
