package dev.cutoff.notification.ladder;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** On which day a person gets the mail about all that is due: a few working days after the last, sooner if it is urgent. */
public final class Calm {

    /**
     * What is due for one person in one tenant, of one programme.
     *
     * @param nearest the nearest deadline
     * @param atOnce whether a day was named or has moved
     * @param policy that holds for it
     */
    public record Due(LocalDate nearest, boolean atOnce, Policy policy) {

        private LocalDate day(LocalDate lastMail, LocalDate today) {
            var rested = policy.plusWorkingDays(lastMail, policy.calmWorkingDays());
            var urgent = atOnce ? today : policy.workingDayUntil(nearest.minusDays(policy.urgentDays()));
            return rested.isBefore(urgent) ? rested : urgent;
        }
    }

    private static final Set<Reason> NEWS = EnumSet.of(
            Reason.DAY_NAMED,
            Reason.MOVED,
            Reason.REOPENED,
            Reason.CONTRADICTED,
            Reason.NO_ANSWER,
            Reason.NOT_REACHED,
            Reason.HANDED_ON);

    private Calm() {}

    /** Why somebody is told at once, however lately they were told of something else. */
    public static Set<Reason> news() {
        return NEWS;
    }

    /**
     * @param due all that is due for the person; not empty
     * @param lastMail day of the last mail to the person; null if there was none
     * @return today or a later day: never later than a deadline asks for, never twice on one day
     */
    public static LocalDate day(Collection<Due> due, @Nullable LocalDate lastMail, LocalDate today) {
        if (lastMail == null) {
            return today;
        }
        var wanted = due.stream()
                .map(item -> item.day(lastMail, today))
                .min(Comparator.naturalOrder())
                .orElseThrow();
        return Stream.of(wanted, today, lastMail.plusDays(1))
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }
}
