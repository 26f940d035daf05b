package dev.cutoff.notification.plan;

import dev.cutoff.notification.escalation.Candidate;
import dev.cutoff.notification.escalation.Patience;
import dev.cutoff.notification.ladder.AnswerKind;
import dev.cutoff.notification.ladder.Answered;
import dev.cutoff.notification.ladder.Deadline;
import dev.cutoff.notification.ladder.Policy;
import dev.cutoff.notification.ladder.Reason;
import dev.cutoff.notification.ladder.Reply;
import dev.cutoff.notification.ladder.Topic;
import dev.cutoff.notification.reminder.Reminder;
import dev.cutoff.notification.reminder.Status;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What has become of one line of a client by now: who was told of it, who cannot be, and what they said. Pure.
 *
 * @param unreachable those whom mail does not reach
 * @param disowning those who say that it is somebody else's
 * @param taker who took it last, whether or not that holds; null if nobody did
 * @param isTaken whether somebody has taken it and nothing speaks against it, or it needs nobody any more: then nobody else is called
 * @param replies what was said about it
 * @param earlier all that was ever decided about it
 */
record Course(
        Set<String> unreachable,
        Set<String> disowning,
        @Nullable String taker,
        boolean isTaken,
        List<Reply> replies,
        List<Reminder> earlier,
        ZoneId zone,
        LocalDate today) {

    static Course of(
            Scene scene,
            Set<String> unreachable,
            Set<String> disowning,
            Answered answered,
            List<Reply> replies,
            List<Reminder> earlier,
            boolean resolved) {
        var isTaken = resolved || answered instanceof Answered.Done || answered instanceof Answered.Planned;
        return new Course(
                unreachable,
                disowning,
                taker(replies, disowning),
                isTaken,
                replies,
                earlier,
                scene.tenant().timeZone(),
                scene.today());
    }

    private static @Nullable String taker(Collection<Reply> replies, Set<String> disowning) {
        return replies.stream()
                .filter(reply -> reply.kind() == AnswerKind.DONE || reply.kind() == AnswerKind.PLANNED)
                .filter(reply -> !disowning.contains(reply.person()))
                .max(Comparator.comparing(Reply::at).thenComparing(Reply::answer))
                .map(Reply::person)
                .orElse(null);
    }

    boolean isWilling(String person) {
        return !unreachable.contains(person) && !disowning.contains(person);
    }

    /** Why somebody who is not willing is passed over. */
    Reason whyPassed(String person) {
        return unreachable.contains(person) ? Reason.UNREACHABLE : Reason.NOT_MINE;
    }

    Candidate candidate(String person, int workingDays, boolean isContact) {
        return new Candidate(
                person,
                workingDays,
                isContact,
                !unreachable.contains(person),
                disowning.contains(person),
                isCalled(person),
                silentSince(person));
    }

    /** Once somebody takes it those who were called before are not told any more. */
    private boolean isCalled(String person) {
        return taker == null
                && earlier.stream()
                        .anyMatch(reminder -> reminder.person().equals(person)
                                && reminder.reason() == Reason.NO_ANSWER
                                && reminder.state() == Status.SENT);
    }

    private @Nullable LocalDate silentSince(String person) {
        var said = replies.stream()
                .filter(reply -> reply.person().equals(person))
                .max(Comparator.comparing(Reply::at))
                .orElse(null);
        if (said != null && said.kind() == AnswerKind.NEED_HELP) {
            return null;
        }
        var saidOn = said == null ? LocalDate.MIN : LocalDate.ofInstant(said.at(), zone);
        return earlier.stream()
                .filter(reminder -> reminder.person().equals(person)
                        && reminder.topic() == Topic.DEADLINE
                        && reminder.state() == Status.SENT)
                .map(Reminder::told)
                .filter(Objects::nonNull)
                .filter(day -> day.isAfter(saidOn))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    Patience patience(@Nullable Deadline deadline, int days, Policy policy) {
        return isTaken ? Patience.endless(policy) : Patience.before(deadline, days, policy);
    }
}
