package dev.cutoff.notification.reminder;

/** A reminder that is shown, and how many there are in its notice. */
public record Counted(Reminder reminder, long total) {}
