package dev.cutoff.notification.reminder;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Somebody who was told of a client before it was another person's turn.
 *
 * @param day of the first mail
 */
public record Heard(UUID clientId, String person, LocalDate day) {}
