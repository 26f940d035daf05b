package dev.cutoff.notification.escalation;

import dev.cutoff.notification.ladder.Anchor;
import dev.cutoff.notification.ladder.Deadline;
import dev.cutoff.notification.ladder.Policy;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * When silence moves on: only while the deadline is near enough that it matters, and not once it is over. A window that has opened without
 * a day is no reason: nothing stops today.
 *
 * @param from first day that counts; null if silence does not move on at all
 * @param until last day on which it may move on
 */
public record Patience(@Nullable LocalDate from, @Nullable LocalDate until, Policy policy) {

    /** Whatever is not answered stays where it is. */
    public static Patience endless(Policy policy) {
        return new Patience(null, null, policy);
    }

    /**
     * @param deadline of a cutoff; null if no day is known
     * @param days how many days before it silence begins to count
     */
    public static Patience before(@Nullable Deadline deadline, int days, Policy policy) {
        if (deadline == null || deadline.anchor() == Anchor.DECISION) {
            return endless(policy);
        }
        var last = deadline.named() ? deadline.day() : deadline.day().minusDays(1);
        return new Patience(policy.workingDayUntil(deadline.day().minusDays(days)), last, policy);
    }

    /** Whether the time to answer is over. */
    boolean isOver(Candidate candidate, LocalDate today) {
        var over = candidate.silentSince() == null ? null : overOn(candidate, today);
        return over != null && !over.isAfter(today);
    }

    /** The day on which it is over if nothing is said; of who has had no mail, if it comes today. Null if silence does not move on from them. */
    @Nullable LocalDate overOn(Candidate candidate, LocalDate today) {
        if (from == null || until == null) {
            return null;
        }
        var since = candidate.silentSince() == null ? today : candidate.silentSince();
        var over = policy.plusWorkingDays(since.isBefore(from) ? from : since, candidate.workingDays());
        return over.isAfter(until) ? null : over;
    }
}
