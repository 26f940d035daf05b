package dev.cutoff.timeline.exemption;

import dev.cutoff.timeline.rule.ExemptionKind;
import dev.cutoff.timeline.rule.ExemptionStatus;
import dev.cutoff.timeline.rule.Protocol;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which exemptions are asked for; null does not filter.
 *
 * @param replaced whether another took its place
 * @param endsBefore those that no longer work at this moment
 */
record ExemptionFilter(
        @Nullable UUID tenant,
        @Nullable String programme,
        @Nullable Protocol protocol,
        @Nullable ExemptionKind kind,
        @Nullable ExemptionStatus status,
        @Nullable Boolean replaced,
        @Nullable Instant endsBefore) {

    /** What SQL cannot tell. */
    boolean admits(ExemptionView exemption) {
        var ends = exemption.effectiveUntil();
        return (status == null || exemption.status() == status)
                && (replaced == null || replaced == (exemption.replacedBy() != null))
                && (endsBefore == null || ends != null && !ends.isAfter(endsBefore));
    }
}
