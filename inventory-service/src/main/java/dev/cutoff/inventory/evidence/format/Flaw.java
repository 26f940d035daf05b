package dev.cutoff.inventory.evidence.format;

import org.jspecify.annotations.Nullable;

/**
 * Why a record cannot be taken.
 *
 * @param column name of the field, as the format calls it; null if it is the record as a whole
 * @param reason without its subject: {@code is no GUID}
 */
record Flaw(
        @Nullable String column, String reason, @Nullable String value) {}
