package dev.cutoff.notification.reminder;

import dev.cutoff.notification.ladder.Reason;

/** A reminder that will not be sent after all. */
public record Ended(long id, Status state, Reason reason) {}
