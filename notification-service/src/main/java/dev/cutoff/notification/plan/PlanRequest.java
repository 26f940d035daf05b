package dev.cutoff.notification.plan;

import dev.cutoff.commons.change.ChangeLog;
import java.time.Instant;
import java.util.UUID;

/**
 * A tenant to plan again, in the hands of one planner.
 *
 * @param requests how often it was asked for: if that rises meanwhile, the plan is already old
 * @param claimedAt in real time
 * @param failures how often it could not be planned
 */
record PlanRequest(UUID tenantId, long requests, int failures, UUID leaseToken, Instant claimedAt) {

    /** The one that stands for the daily pass over all tenants. */
    static final UUID PASS = ChangeLog.NO_TENANT;

    boolean isPass() {
        return tenantId.equals(PASS);
    }
}
