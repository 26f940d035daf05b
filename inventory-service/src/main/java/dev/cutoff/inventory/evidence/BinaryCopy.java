package dev.cutoff.inventory.evidence;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyIn;

/**
 * Rows for {@code COPY ... FROM STDIN (FORMAT binary)}. Binary, because there a text needs no escaping and the server parses neither
 * numbers nor times. A row is begun with its number of columns and then given as many values.
 */
final class BinaryCopy implements AutoCloseable {

    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0};
    private static final int BUFFER = 65_536;
    /** PostgreSQL counts time from 2000. */
    private static final long EPOCH_2000 = 946_684_800_000_000L;

    private final CopyIn copy;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);

    BinaryCopy(CopyIn copy) {
        this.copy = copy;
        buffer.put(SIGNATURE).putInt(0).putInt(0);
    }

    BinaryCopy row(int columns) {
        room(2).putShort((short) columns);
        return this;
    }

    BinaryCopy bigint(long value) {
        room(12).putInt(8).putLong(value);
        return this;
    }

    BinaryCopy integer(int value) {
        room(8).putInt(4).putInt(value);
        return this;
    }

    BinaryCopy smallint(int value) {
        room(6).putInt(2).putShort((short) value);
        return this;
    }

    /** @param micros since 1970 */
    BinaryCopy timestamp(long micros) {
        return bigint(micros - EPOCH_2000);
    }

    BinaryCopy uuid(@Nullable UUID value) {
        if (value == null) {
            return absent();
        }
        room(20).putInt(16).putLong(value.getMostSignificantBits()).putLong(value.getLeastSignificantBits());
        return this;
    }

    /** @param value without the character NUL, which PostgreSQL's text has no place for */
    BinaryCopy text(@Nullable String value) {
        if (value == null) {
            return absent();
        }
        var bytes = value.getBytes(StandardCharsets.UTF_8);
        room(4).putInt(bytes.length);
        for (var sent = 0; sent < bytes.length; ) {
            var part = Math.min(bytes.length - sent, BUFFER);
            room(part).put(bytes, sent, part);
            sent += part;
        }
        return this;
    }

    BinaryCopy absent() {
        room(4).putInt(-1);
        return this;
    }

    /** Ends the copy; without this it is undone. */
    void finish() {
        room(2).putShort((short) -1);
        flush();
        try {
            copy.endCopy();
        } catch (SQLException e) {
            throw new IllegalStateException("Evidence could not be staged", e);
        }
    }

    private ByteBuffer room(int bytes) {
        if (buffer.remaining() < bytes) {
            flush();
        }
        return buffer;
    }

    private void flush() {
        try {
            copy.writeToCopy(buffer.array(), 0, buffer.position());
            buffer.clear();
        } catch (SQLException e) {
            throw new IllegalStateException("Evidence could not be staged", e);
        }
    }

    @Override
    public void close() {
        try {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("A copy could not be given up", e);
        }
    }
}
