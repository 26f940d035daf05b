package dev.cutoff.notification.dispatch;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Told inside the transaction that changes it.
 *
 * @param tenantId the tenant; null for all
 * @param letsOut whether mail leaves now that did not before, if only to pilots
 */
public record DispatchChanged(@Nullable UUID tenantId, boolean letsOut) {}
