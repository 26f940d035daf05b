package dev.cutoff.notification.ladder;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** On which day a person gets the mail about all that is due: a few working days after the last, sooner if it is urgent. */
public final class Calm {

    /**
     * What is due for one person in one tenant.
     *
     * @param nearest the nearest deadline
     * @param atOnce whether a day was named or has moved
     */
    public record Due(LocalDate nearest, boolean atOnce) {}

    private Calm() {}

    /**
     * @param due all that is due for the person; not empty
     * @param lastMail day of the last mail to the person; null if there was none
     * @return today or a later day: never later than a deadline asks for, never twice on one day
     */
    public static LocalDate day(Collection<Due> due, @Nullable LocalDate lastMail, Policy policy, LocalDate today) {
        if (lastMail == null) {
            return today;
        }
        var rested = policy.plusWorkingDays(lastMail, policy.calmWorkingDays());
        var urgent = due.stream()
                .map(item -> item.atOnce()
                        ? today
                        : policy.workingDayUntil(item.nearest().minusDays(policy.urgentDays())))
                .min(Comparator.naturalOrder())
                .orElseThrow();
        var wanted = Stream.of(rested, urgent).min(Comparator.naturalOrder()).orElseThrow();
        return Stream.of(wanted, today, lastMail.plusDays(1))
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }
}
