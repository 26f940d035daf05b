package dev.cutoff.inventory.evidence.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** The lines of a stream, each in place in one buffer, which never grows beyond the longest line that is allowed. */
final class ByteLines {

    static final int LONGEST = 1_048_576;

    private final InputStream source;
    private byte[] buffer = new byte[65_536];
    private int start;
    private int end;
    private int next;
    private int filled;
    private boolean isTooLong;
    private long number;

    ByteLines(InputStream source) {
        this.source = source;
    }

    /** Goes to the next line; false at the end. */
    boolean next() throws IOException {
        start = next;
        isTooLong = false;
        var scanned = start;
        while (true) {
            var found = ByteSearch.lineEnd(buffer, scanned, filled);
            if (found < filled) {
                finish(found, found + 1);
                return true;
            }
            if (filled - start > LONGEST) {
                isTooLong = true;
                filled = start + 400; // enough of it to be shown
            }
            var ahead = filled - start;
            if (!fill()) {
                finish(filled, filled);
                return end > start;
            }
            scanned = start + ahead;
        }
    }

    private void finish(int lineEnd, int behind) {
        end = lineEnd > start && buffer[lineEnd - 1] == '\r' ? lineEnd - 1 : lineEnd;
        next = behind;
        number++;
    }

    private boolean fill() throws IOException {
        if (start > 0) {
            System.arraycopy(buffer, start, buffer, 0, filled - start);
            filled -= start;
            start = 0;
        }
        if (filled == buffer.length) {
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
        var count = source.read(buffer, filled, buffer.length - filled);
        filled += Math.max(count, 0);
        return count >= 0;
    }

    boolean isTooLong() {
        return isTooLong || length() > LONGEST;
    }

    boolean isBlank() {
        for (var i = start; i < end; i++) {
            if (buffer[i] != ' ' && buffer[i] != '\t') {
                return false;
            }
        }
        return true;
    }

    byte[] bytes() {
        return buffer;
    }

    int offset() {
        return start;
    }

    int length() {
        return end - start;
    }

    /** From 1. */
    long number() {
        return number;
    }
}
