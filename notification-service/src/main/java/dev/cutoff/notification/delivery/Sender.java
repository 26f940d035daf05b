package dev.cutoff.notification.delivery;

import dev.cutoff.notification.delivery.Attempts.Attempt;
import dev.cutoff.notification.failpoint.Failpoint;
import dev.cutoff.notification.failpoint.Failpoints;
import dev.cutoff.notification.notice.Claim;
import dev.cutoff.notification.notice.Ending;
import dev.cutoff.notification.notice.Outcome;
import dev.cutoff.notification.notice.Phase;
import dev.cutoff.notification.notice.Result;
import dev.cutoff.notification.transport.Relay;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Sends over one connection until nothing more may leave. Every other handful of notices are the most urgent of all; those between belong to
 * one tenant after the other, so that a large one does not keep the others waiting.
 */
final class Sender {

    /**
     * What a sender works with.
     *
     * @param lease how long a claim holds; what is not begun by half of it is given back
     * @param isStopping whether no more may be begun
     */
    record Desk(
            Attempts attempts,
            GroupCommit notes,
            Failpoints failpoints,
            String from,
            Duration lease,
            BooleanSupplier isStopping) {}

    private static final Logger LOG = Logger.getLogger(Sender.class);

    private final Desk desk;
    private final Way way;
    private final Relay relay;
    private @Nullable UUID lastTurn;
    private boolean isInTurn;

    /** @param lastTurn after whose turn this one begins, so that not all senders begin with the same tenant */
    Sender(Desk desk, Way way, Relay relay, UUID lastTurn) {
        this.desk = desk;
        this.way = way;
        this.relay = relay;
        this.lastTurn = lastTurn;
    }

    /** @return whether the mail server could be reached */
    boolean run(boolean evenResting) {
        while (!desk.isStopping().getAsBoolean()) {
            var begun = begin(evenResting);
            if (begun.isEmpty()) {
                return true;
            }
            desk.failpoints().reached(Failpoint.AFTER_CLAIM_COMMIT);
            if (!desk.notes().whileAsking(() -> send(begun))) {
                return false;
            }
        }
        return true;
    }

    private List<Attempt> begin(boolean evenResting) {
        isInTurn = !isInTurn;
        if (!isInTurn) {
            var turn = desk.attempts().turn(way.selection(evenResting, null), lastTurn);
            if (turn.isPresent()) {
                lastTurn = turn.get();
                var begun = desk.attempts().begin(way.transport(), way.selection(evenResting, lastTurn));
                if (!begun.isEmpty()) {
                    return begun;
                }
            }
        }
        return desk.attempts().begin(way.transport(), way.selection(evenResting, null));
    }

    private boolean send(List<Attempt> begun) {
        var until = System.nanoTime() + desk.lease().dividedBy(2).toNanos();
        var isReachable = true;
        for (var attempt : begun) {
            if (!isReachable || desk.isStopping().getAsBoolean() || System.nanoTime() - until > 0) {
                desk.attempts().giveBack(attempt.claim());
                continue;
            }
            var result = send(attempt);
            if (result.outcome() == Outcome.ACCEPTED) {
                desk.failpoints().reached(Failpoint.AFTER_250);
            }
            desk.notes().ended(new Ending(attempt.claim(), result));
            isReachable = result.phase() != Phase.CONNECT;
        }
        return isReachable;
    }

    private Result send(Attempt attempt) {
        Claim claim = attempt.claim();
        try {
            return relay.send(
                    desk.from(),
                    claim.person(),
                    claim.id().toString(),
                    attempt.mime(),
                    () -> desk.notes().mayFinish(claim));
        } catch (RuntimeException e) {
            // The database could not say whether the mail may end, so it was not ended.
            LOG.errorf(e, "Broken off before the end of the mail, notice=%s", claim.id());
            return new Result(Outcome.ABANDONED, Phase.DATA, null, null);
        }
    }
}
