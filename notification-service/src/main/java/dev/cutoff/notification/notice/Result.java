package dev.cutoff.notification.notice;

import dev.cutoff.notification.reach.BounceKind;
import dev.cutoff.notification.reach.BounceSource;
import dev.cutoff.notification.reach.Bounced;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How an attempt ended.
 *
 * @param code reply code of the mail server; null if it gave none
 * @param reply its reply, cut short; null if it gave none
 */
public record Result(
        Outcome outcome,
        Phase phase,
        @Nullable Integer code,
        @Nullable String reply) {

    private static final int LONGEST_REPLY = 500;

    public Result {
        reply = reply == null || reply.length() <= LONGEST_REPLY ? reply : reply.substring(0, LONGEST_REPLY) + "...";
    }

    /** What a refusal says of the recipient; nothing if it is about the sender or the mail. */
    Optional<Bounced> bounce(Claim claim, Instant at) {
        var status = BounceKind.enhancedIn(reply);
        var kind = BounceKind.of(status, reply);
        var isAboutRecipient = switch (phase) {
            case RCPT -> true;
            case DATA, DOT -> status != null && kind == BounceKind.HARD;
            case CLAIMED, CONNECT, MAIL -> false;
        };
        return outcome == Outcome.REFUSED && isAboutRecipient
                ? Optional.of(new Bounced(
                        claim.person(), claim.id(), claim.attempts(), kind, BounceSource.REPLY, status, reply, at))
                : Optional.empty();
    }
}
