package dev.cutoff.inventory.evidence.format;

import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;

/**
 * Lets through the records that are well-formed CSV and not too long, and an empty line for each line that is not: the parser behind it
 * never stumbles, and its line numbers stay right. A record that is cut by a stray quote costs its first line only; a parser alone
 * would take all that follows for one field.
 */
final class RecordGate extends Reader {

    static final int LONGEST = 1_048_576;

    /** Told of a line that is left out. */
    interface Refusals {

        void refuse(long line, String reason, String text);
    }

    private enum End {
        RECORD,
        MALFORMED,
        TOO_LONG,
        UNCLOSED
    }

    private final Reader source;
    private final char separator;
    private final Refusals refusals;
    private char[] buffer = new char[65_536];
    private int start;
    private int filled;
    private int passable;
    private boolean isOver;
    private long line = 1;

    RecordGate(Reader source, char separator, Refusals refusals) {
        this.source = source;
        this.separator = separator;
        this.refusals = refusals;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        while (start == passable) {
            if (!admit()) {
                return -1;
            }
        }
        var count = Math.min(length, passable - start);
        System.arraycopy(buffer, start, target, offset, count);
        start += count;
        return count;
    }

    /** Makes the next record passable, or what stands for it; false at the end. */
    private boolean admit() throws IOException {
        if (start == filled && !fill()) {
            return false;
        }
        var scan = new Scan();
        switch (scan.run()) {
            case RECORD -> {
                passable = scan.position;
                line += scan.lines;
            }
            case MALFORMED -> refuse("has a quote where the field must end or go on");
            case UNCLOSED -> refuse("has a quoted field that is never closed");
            case TOO_LONG -> refuse("is longer than 1 MB");
        }
        return true;
    }

    /** Puts an empty line in the place of the first line of what has been scanned. */
    private void refuse(String reason) throws IOException {
        var end = lineEnd();
        refusals.refuse(line, reason, new String(buffer, start, Math.min(end - start, 200)));
        while (end == filled && !isLineBreak(buffer[end - 1]) && !isOver) {
            start = filled;
            fill();
            end = lineEnd();
        }
        buffer[end - 1] = '\n';
        start = end - 1;
        passable = end;
        line++;
    }

    private int lineEnd() {
        for (var i = start; i < filled; i++) {
            if (isLineBreak(buffer[i])) {
                return buffer[i] == '\r' && i + 1 < filled && buffer[i + 1] == '\n' ? i + 2 : i + 1;
            }
        }
        return filled;
    }

    private static boolean isLineBreak(char character) {
        return character == '\n' || character == '\r';
    }

    /** Reads more behind what is there; false at the end. */
    private boolean fill() throws IOException {
        if (isOver) {
            return false;
        }
        if (start > 0) {
            System.arraycopy(buffer, start, buffer, 0, filled - start);
            filled -= start;
            passable -= start;
            start = 0;
        }
        if (filled == buffer.length) {
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
        var count = source.read(buffer, filled, buffer.length - filled);
        isOver = count < 0;
        filled += Math.max(count, 0);
        return !isOver;
    }

    @Override
    public void close() throws IOException {
        source.close();
    }

    /** One pass over one record. */
    private final class Scan {

        private int position = start;
        private int lines;

        End run() throws IOException {
            while (true) {
                if (!has()) {
                    return End.RECORD;
                }
                var field = buffer[position] == '"' ? quoted() : plain();
                if (field != null) {
                    return field;
                }
                if (!has()) {
                    return End.RECORD;
                }
                if (isLineBreak(buffer[position])) {
                    lineBreak();
                    return End.RECORD;
                }
                position++; // the separator
            }
        }

        /** Up to what ends the field; not null if the record ends badly. */
        private End plain() throws IOException {
            while (has() && buffer[position] != separator && !isLineBreak(buffer[position])) {
                position++;
                if (position - start > LONGEST) {
                    return End.TOO_LONG;
                }
            }
            return null;
        }

        private End quoted() throws IOException {
            position++;
            while (has()) {
                if (position - start > LONGEST) {
                    return End.TOO_LONG;
                }
                if (isLineBreak(buffer[position])) {
                    lineBreak();
                } else if (buffer[position++] == '"') {
                    if (!has() || buffer[position] == separator || isLineBreak(buffer[position])) {
                        return null;
                    }
                    if (buffer[position++] != '"') {
                        return End.MALFORMED;
                    }
                }
            }
            return End.UNCLOSED;
        }

        private void lineBreak() throws IOException {
            lines++;
            if (buffer[position++] == '\r' && has() && buffer[position] == '\n') {
                position++;
            }
        }

        /** Whether there is a character at the position; reads on if need be. */
        private boolean has() throws IOException {
            if (position < filled) {
                return true;
            }
            var ahead = position - start;
            fill();
            position = start + ahead;
            return position < filled;
        }
    }
}
