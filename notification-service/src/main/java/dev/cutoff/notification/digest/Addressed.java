package dev.cutoff.notification.digest;

import dev.cutoff.notification.policy.Severity;
import dev.cutoff.notification.reminder.Status;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;

/**
 * The notice that a mail is made of, and who reads it.
 *
 * @param state of the reminders in it that are to be told
 * @param recipient mail address, in lower case
 * @param day of the mail
 * @param severity how bad it is if it is not read in time
 */
public record Addressed(
        UUID notice, Status state, String recipient, String locale, ZoneId zone, LocalDate day, Severity severity) {}
