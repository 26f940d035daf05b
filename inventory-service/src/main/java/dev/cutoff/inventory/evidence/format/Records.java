package dev.cutoff.inventory.evidence.format;

import org.jspecify.annotations.Nullable;

/** Who takes the records that a reader finds. */
public interface Records<R> {

    /** @param line where the record begins, from 1 */
    void record(long line, R record);

    /**
     * Tells of a record that cannot be read.
     *
     * @param column name of the field; null if it is the record as a whole
     * @param reason without its subject: {@code is not JSON}
     * @param value what stood there, of any length
     */
    void unreadable(long line, @Nullable String column, String reason, @Nullable String value);
}
