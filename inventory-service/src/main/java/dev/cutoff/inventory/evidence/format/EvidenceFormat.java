package dev.cutoff.inventory.evidence.format;

import java.io.IOException;
import java.io.InputStream;

/**
 * One format of evidence.
 *
 * @param <R> what a record is handed on as; the reader may use the same object for the next record
 */
public sealed interface EvidenceFormat<R> permits SignInFormat, ListFormat {

    FormatName name();

    /** How to recognise it, for who sent something else. */
    String looksLike();

    boolean understands(Opening opening);

    /**
     * Reads to the end, record by record.
     *
     * @param body in UTF-8, from the first byte behind a byte-order mark
     * @throws BrokenDocument the rest cannot be told into records
     * @throws IOException the body does not arrive
     */
    void read(Opening opening, InputStream body, Records<R> records) throws IOException;
}
