package dev.cutoff.notification.policy;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Told inside the transaction that changes it.
 *
 * @param tenantId whose plan it touches; null for all
 */
public record PolicyChanged(@Nullable UUID tenantId) {}
