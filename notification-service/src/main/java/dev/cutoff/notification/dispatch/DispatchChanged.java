package dev.cutoff.notification.dispatch;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Told inside the transaction that changes it.
 *
 * @param tenantId the tenant; null for all
 * @param state what was set
 */
public record DispatchChanged(@Nullable UUID tenantId, DispatchState state) {}
