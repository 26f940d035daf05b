package dev.cutoff.notification.forecast;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Some of those who waited, and when they will have been reached.
 *
 * @param from moment of the first
 * @param to moment of the last
 */
record Reached(List<UUID> tenants, Instant from, Instant to, int count) {}
