package dev.cutoff.notification.reach;

import java.util.UUID;

/**
 * Told inside the transaction that changes it: somebody in the tenant can be reached no more, or again, and others have to be told instead.
 */
public record ReachChanged(UUID tenantId) {}
