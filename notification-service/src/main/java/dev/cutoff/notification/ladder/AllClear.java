package dev.cutoff.notification.ladder;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When who was told of a day hears that it is over: once, and nobody else. What a client does about it, or the tenant, is no all-clear: what
 * is blocked has stopped already, and what has migrated is said where it stands.
 */
final class AllClear {

    private AllClear() {}

    static Optional<Decision.AllClear> of(Situation situation, LocalDate today) {
        var why = why(situation);
        if (why == null) {
            return Optional.empty();
        }
        return situation
                .believed()
                .filter(told -> told.lastUse() == null || !told.lastUse().isBefore(today))
                .map(told -> new Decision.AllClear(rung(situation, told, today), why, told));
    }

    private static @Nullable Reason why(Situation situation) {
        if (situation.isSettled()) {
            return null;
        }
        return switch (situation.state()) {
            case NOT_AFFECTED -> Reason.CANCELLED;
            case UNKNOWN -> Reason.DATE_WITHDRAWN;
            case WORKING, ROLLING_OUT, SCHEDULED, EXEMPT -> situation.isTakenBack() ? Reason.DATE_WITHDRAWN : null;
            case TEMPORARILY_OFF, OFF, OFF_FOR_GOOD, BLOCKED_BY_TENANT -> null;
        };
    }

    /** The days that were left, so that each is told once; what is planned already stays. */
    private static int rung(Situation situation, Earlier told, LocalDate today) {
        return situation
                .live(Topic.ALL_CLEAR, told.day(), told.named())
                .map(Earlier::rung)
                .orElseGet(() -> situation.unusedRung(
                        told.day(), Math.max(0, (int) ChronoUnit.DAYS.between(today, told.day()))));
    }
}
