package dev.cutoff.timeline.rule;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody asks for an exemption, or tells that it was asked for.
 *
 * @param requestedAt against which the rules are tested
 * @param channel null for the rule's own
 * @param reference of the support ticket, if that was the channel
 * @param observedOffAt when it was seen to be off; null if nobody said so
 */
public record ExemptionRequest(
        ExemptionKind kind,
        Instant requestedAt,
        @Nullable Channel channel,
        @Nullable String reference,
        @Nullable Instant observedOffAt) {

    /** The question whether something could be asked for now; the formalities would be met. */
    static ExemptionRequest hypothetical(ExemptionKind kind, Instant at) {
        return new ExemptionRequest(kind, at, null, "given", null);
    }

    boolean hasReference() {
        return reference != null && !reference.isBlank();
    }
}
