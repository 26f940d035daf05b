package dev.cutoff.notification.message;

import java.time.LocalDate;

/**
 * The day that a person was told before.
 *
 * @param named whether the vendor had named that day
 */
public record ToldDay(LocalDate day, boolean named) {}
