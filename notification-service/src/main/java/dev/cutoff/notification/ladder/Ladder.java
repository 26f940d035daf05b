package dev.cutoff.notification.ladder;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rungs of one deadline: only the nearest that is due, each once, and at once when the day is named or moves; and one all-clear when it
 * is over.
 */
public final class Ladder {

    private Ladder() {}

    /**
     * @param today in the zone of the tenant
     * @return at most one to send; rungs that are due and withheld; nothing if there is nothing new to decide
     */
    public static List<Decision> decide(Situation situation, Policy policy, LocalDate today) {
        var deadline = situation.deadline();
        if (deadline == null) {
            return AllClear.of(situation, today).stream()
                    .<Decision>map(clear -> clear)
                    .toList();
        }
        if (deadline.isPast(policy, today)) {
            return missed(situation, deadline, policy, today).stream()
                    .<Decision>map(Decision.Expire::new)
                    .toList();
        }
        var decisions = new ArrayList<Decision>(openWindow(situation, deadline, policy, today));
        var obstacle = obstacle(situation.state(), situation.resolved(), situation.answered());
        if (obstacle == null) {
            var send = send(situation, deadline, policy, today);
            send.ifPresentOrElse(decisions::add, () -> decisions.addAll(paused(situation, deadline, policy, today)));
        } else {
            AllClear.of(situation, today).ifPresent(decisions::add);
            decisions.addAll(passOver(situation, policy, today, obstacle));
        }
        return List.copyOf(decisions);
    }

    /**
     * What is noted of a person who would be told and is not.
     *
     * @param why they are not
     */
    public static List<Decision> passOver(Situation situation, Policy policy, LocalDate today, Reason why) {
        var deadline = situation.deadline();
        if (deadline == null || deadline.isPast(policy, today)) {
            return List.of();
        }
        return deadline.dueRung(policy, today).stream()
                .filter(rung -> !situation.isOnRecord(deadline.day(), rung))
                .<Decision>mapToObj(rung -> new Decision.Withhold(rung, why))
                .toList();
    }

    /**
     * Whether there may be something to decide about a deadline, so that it is worth asking whom it concerns.
     *
     * @param lastPlanned day on which the tenant was planned last; null if never
     * @param isKnown whether anybody was ever planned to be told: such people also hear of a day that moves far away
     */
    public static boolean isWorthALook(
            Deadline deadline, Policy policy, LocalDate today, @Nullable LocalDate lastPlanned, boolean isKnown) {
        if (deadline.isPast(policy, today)) {
            return lastPlanned != null && !deadline.isPast(policy, lastPlanned);
        }
        return isKnown || deadline.dueRung(policy, today).isPresent();
    }

    /** The rung that fell due and lost its use while nothing was planned. A client that turned up later missed nothing. */
    private static Optional<Integer> missed(Situation situation, Deadline deadline, Policy policy, LocalDate today) {
        var lastPlanned = situation.lastPlanned();
        if (lastPlanned == null || obstacle(situation.state(), situation.resolved(), situation.answered()) != null) {
            return Optional.empty();
        }
        return dueRung(deadline, policy, today)
                .filter(rung -> deadline.dueOn(rung, policy).isAfter(lastPlanned))
                .filter(rung -> !situation.isOnRecord(deadline.day(), rung));
    }

    private static List<Decision.Withhold> openWindow(
            Situation situation, Deadline deadline, Policy policy, LocalDate today) {
        if (deadline.anchor() == Anchor.DECISION || deadline.named()) {
            return List.of();
        }
        return policy.rungs().stream()
                .filter(rung -> rung < deadline.leastRung() && deadline.isDue(rung, policy, today))
                .filter(rung -> !situation.isOnRecord(deadline.day(), rung))
                .map(rung -> new Decision.Withhold(rung, Reason.WINDOW_OPEN))
                .toList();
    }

    /** Why a client in this state is not told at all; null if it may be. */
    public static @Nullable Reason obstacle(State state, boolean resolved, Answered answered) {
        if (resolved) {
            return Reason.RESOLVED;
        }
        if (answered instanceof Answered.Done) {
            return Reason.DONE;
        }
        return switch (state) {
            case BLOCKED_BY_TENANT -> Reason.BLOCKED_BY_TENANT;
            case NOT_AFFECTED -> Reason.NOT_AFFECTED;
            case UNKNOWN -> Reason.NO_STATEMENT;
            case WORKING, ROLLING_OUT, SCHEDULED, TEMPORARILY_OFF, EXEMPT, OFF, OFF_FOR_GOOD -> null;
        };
    }

    private static Optional<Decision> send(Situation situation, Deadline deadline, Policy policy, LocalDate today) {
        var atOnce = atOnce(situation, deadline);
        var rung = dueRung(deadline, policy, today)
                .filter(due -> !situation.isUsed(deadline.day(), due))
                .filter(due -> !isPaused(situation, due, deadline, policy, today));
        if (rung.isEmpty() && atOnce != null) {
            rung = Optional.of(rungOutsideTheLadder(situation, deadline, today));
        }
        var movedFrom = atOnce == null ? null : situation.believed().orElse(null);
        return rung.filter(due -> situation.state() != State.OFF_FOR_GOOD || due == -1)
                .map(due -> new Decision.Send(due, atOnce == null ? Reason.RUNG_DUE : atOnce, movedFrom));
    }

    /** What is planned is left alone until its day, but for one rung before. */
    private static boolean isPaused(Situation situation, int rung, Deadline deadline, Policy policy, LocalDate today) {
        return situation.answered() instanceof Answered.Planned planned
                && planned.pauses(rung, deadline, policy, today);
    }

    private static List<Decision> paused(Situation situation, Deadline deadline, Policy policy, LocalDate today) {
        return dueRung(deadline, policy, today)
                .filter(rung -> isPaused(situation, rung, deadline, policy, today))
                .map(ignored -> passOver(situation, policy, today, Reason.PLANNED))
                .orElse(List.of());
    }

    private static Optional<Integer> dueRung(Deadline deadline, Policy policy, LocalDate today) {
        var due = deadline.dueRung(policy, today);
        return due.isPresent() ? Optional.of(due.getAsInt()) : Optional.empty();
    }

    /** A decision's deadline gives way to another one; only a cutoff is named or moves. */
    private static @Nullable Reason atOnce(Situation situation, Deadline deadline) {
        if (situation.isBelievedOver()) {
            return Reason.REOPENED;
        }
        if (situation.isContradictionNews()) {
            return Reason.CONTRADICTED;
        }
        if (deadline.anchor() == Anchor.DECISION) {
            return null;
        }
        var told = situation.believed().orElse(null);
        if (told == null) {
            var isNews = situation.state() == State.SCHEDULED || situation.hasWaitedForADay();
            return deadline.named() && isNews ? Reason.DAY_NAMED : null;
        }
        if (deadline.isSameAs(told)) {
            return null;
        }
        return deadline.named() && !told.named() ? Reason.DAY_NAMED : Reason.MOVED;
    }

    /** The days that are left, or what is planned already; if that rung was told before the next one up. */
    private static int rungOutsideTheLadder(Situation situation, Deadline deadline, LocalDate today) {
        return situation
                .live(Topic.DEADLINE, deadline.day(), deadline.named())
                .map(Earlier::rung)
                .orElseGet(() ->
                        situation.unusedRung(deadline.day(), Math.max(deadline.daysLeft(today), deadline.leastRung())));
    }
}
