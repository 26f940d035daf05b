package dev.cutoff.notification.ladder;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What people have said about one line of a client, and what that does to its rungs. */
public sealed interface Answered {

    Answered NOTHING = new Open();

    /** Nobody has said anything that changes what is told. */
    record Open() implements Answered {}

    /** It is done: nobody is told any more. */
    record Done() implements Answered {}

    /**
     * It is planned: until then only the last rung before is told.
     *
     * @param said day of the answer
     * @param until the planned day, but never later than the last on which something can be done
     */
    record Planned(LocalDate said, LocalDate until) implements Answered {

        boolean pauses(int rung, Deadline deadline, Policy policy, LocalDate today) {
            return !today.isAfter(until) && !isKept(rung, deadline, policy);
        }

        private boolean isKept(int rung, Deadline deadline, Policy policy) {
            return policy.rungs().stream()
                    .filter(other -> other >= deadline.leastRung())
                    .filter(other -> isBetween(deadline.dueOn(other, policy)))
                    .max(Comparator.comparing((Integer other) -> deadline.dueOn(other, policy))
                            .thenComparing(Comparator.reverseOrder()))
                    .filter(kept -> kept == rung)
                    .isPresent();
        }

        private boolean isBetween(LocalDate day) {
            return day.isAfter(said) && day.isBefore(until);
        }
    }

    /**
     * It was said to be done, and is seen in use since.
     *
     * @param said day of the answer
     */
    record Contradicted(LocalDate said) implements Answered {}

    /**
     * The latest word counts, whoever says it, as long as it holds.
     *
     * @param replies about the line
     */
    static Answered of(Collection<Reply> replies, Reply.Ground ground) {
        return replies.stream()
                .filter(reply -> reply.kind() != AnswerKind.NOT_MINE)
                .filter(reply -> reply.standing(ground) != AnswerStanding.LAPSED)
                .max(Comparator.comparing(Reply::at).thenComparing(Reply::answer))
                .map(latest -> of(latest, ground))
                .orElse(NOTHING);
    }

    private static Answered of(Reply reply, Reply.Ground ground) {
        return switch (reply.kind()) {
            case DONE ->
                reply.standing(ground) == AnswerStanding.CONTRADICTED ? new Contradicted(reply.on(ground)) : new Done();
            case PLANNED -> planned(reply, ground);
            case NEED_HELP, NOT_MINE -> NOTHING;
        };
    }

    private static Answered planned(Reply reply, Reply.Ground ground) {
        var day = Objects.requireNonNull(reply.date());
        var bound = ground.bound(reply.on(ground));
        var until = bound == null || day.isBefore(bound) ? day : bound;
        return ground.today().isAfter(until) ? NOTHING : new Planned(reply.on(ground), until);
    }

    /** Who has said that it is somebody else's. */
    static Set<String> disowning(Collection<Reply> replies, Reply.Ground ground) {
        return replies.stream()
                .filter(reply -> reply.kind() == AnswerKind.NOT_MINE)
                .filter(reply -> reply.standing(ground) == AnswerStanding.STANDS)
                .map(Reply::person)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Why a rung that was planned is not told now; null if nothing that was said keeps it back. */
    default @Nullable Reason pausing() {
        return switch (this) {
            case Done ignored -> Reason.DONE;
            case Planned ignored -> Reason.PLANNED;
            case Open ignored -> null;
            case Contradicted ignored -> null;
        };
    }

    /** Since when it is contradicted, if it is. */
    default Optional<LocalDate> contradictedSince() {
        return this instanceof Contradicted(var said) ? Optional.of(said) : Optional.empty();
    }
}
