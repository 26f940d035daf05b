package dev.cutoff.inventory.coverage;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What an import brought.
 *
 * @param rows that are evidence
 * @param firstDay UTC day of the earliest; null without rows
 * @param lastDay UTC day of the latest; null without rows
 */
public record Brought(
        long rows, @Nullable LocalDate firstDay, @Nullable LocalDate lastDay) {

    public static final Brought NOTHING = new Brought(0, null, null);
}
