package dev.cutoff.notification.reach;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * What bounces say of a person: one hard bounce is enough, soft ones are when they are many within a while. A pure decision.
 *
 * @param softBounces how many counted
 */
record Judgement(RecipientState state, RecipientReason reason, int softBounces) {

    /** As much of a bounce as counts. */
    record Heard(BounceKind kind, Instant at) {}

    /**
     * @param bounces since a person last said that mail arrives; in any order, at least one
     * @param mostSoft from this many on nobody believes any more that the next mail will arrive
     * @param within how far back from the latest bounce a soft one counts
     */
    static Judgement of(List<Heard> bounces, int mostSoft, Duration within) {
        var latest =
                bounces.stream().map(Heard::at).max(Comparator.naturalOrder()).orElseThrow();
        var soft = (int) bounces.stream()
                .filter(bounce -> bounce.kind() == BounceKind.SOFT)
                .filter(bounce -> !bounce.at().isBefore(latest.minus(within)))
                .count();
        if (bounces.stream().anyMatch(bounce -> bounce.kind() == BounceKind.HARD)) {
            return new Judgement(RecipientState.UNREACHABLE, RecipientReason.HARD_BOUNCE, soft);
        }
        return soft >= mostSoft
                ? new Judgement(RecipientState.UNREACHABLE, RecipientReason.SOFT_BOUNCES, soft)
                : new Judgement(RecipientState.REACHABLE, RecipientReason.FEW_BOUNCES, soft);
    }
}
