package dev.cutoff.timeline.rule;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the ledger: what one tenant obtained for one protocol, or chose itself.
 *
 * @param requestedAt when it was asked for
 * @param recordedAt when we were told
 * @param confirmedAt when the vendor confirmed it; null if it has not
 * @param worksFrom from when it works as long as nobody confirms it
 * @param worksUntil first moment at which it no longer works by the rule that gave it; null if that rule has no end
 * @param revokedAt when the tenant took it back; null if it has not
 * @param observedOffAt when somebody saw that the protocol was off; null if nobody said so
 * @param scope what of the protocol it is for
 */
public record Exemption(
        UUID id,
        Protocol protocol,
        ExemptionKind kind,
        Instant requestedAt,
        Instant recordedAt,
        @Nullable Instant confirmedAt,
        Instant worksFrom,
        @Nullable Instant worksUntil,
        @Nullable Instant revokedAt,
        @Nullable Instant observedOffAt,
        Scope scope) {

    /** A re-enable works from its confirmation, else from when it should; all others from when they were asked for. */
    public Instant effectiveFrom() {
        return kind == ExemptionKind.RE_ENABLE && confirmedAt != null ? confirmedAt : worksFrom;
    }

    /** Whether there was a moment in which it worked: one taken back before the vendor confirmed it never did. */
    boolean everWorked() {
        return !Span.of(effectiveFrom(), worksUntil()).endingBy(revokedAt).isEmpty();
    }

    /** Whether it turns on what was switched off at that very moment, and so does not contradict it. */
    boolean turnsOnAt(Instant off) {
        return kind == ExemptionKind.RE_ENABLE && off.equals(effectiveFrom());
    }

    /** As it was known by an instant. */
    Exemption knownBy(Instant end) {
        return new Exemption(
                id,
                protocol,
                kind,
                requestedAt,
                recordedAt,
                known(confirmedAt, end),
                worksFrom,
                worksUntil,
                known(revokedAt, end),
                observedOffAt,
                scope);
    }

    private static @Nullable Instant known(@Nullable Instant happened, Instant end) {
        return happened != null && !happened.isAfter(end) ? happened : null;
    }
}
