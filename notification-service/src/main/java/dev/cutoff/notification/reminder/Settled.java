package dev.cutoff.notification.reminder;

/**
 * What a plan has changed.
 *
 * @param missed how many people were not told of something in time
 */
public record Settled(long missed) {}
