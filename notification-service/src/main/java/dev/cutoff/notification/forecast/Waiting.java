package dev.cutoff.notification.forecast;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Notices that wait for the same reasons, so that they can be told of together.
 *
 * @param tenants what each of them is about
 * @param nearest the nearest deadline in them
 * @param severity 1 for the highest
 * @param earliest before this none of them leaves: its day has not come, its hours are quiet, or it rests
 * @param count how many
 */
record Waiting(List<UUID> tenants, LocalDate nearest, int severity, Instant earliest, int count) {}
