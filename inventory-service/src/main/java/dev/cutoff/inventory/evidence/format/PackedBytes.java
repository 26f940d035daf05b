package dev.cutoff.inventory.evidence.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;

/** The bytes of a body as they come, counted. */
final class PackedBytes extends PushbackInputStream {

    private static final int PEEKED = 4;

    private long count;

    PackedBytes(InputStream body) {
        super(body, PEEKED);
    }

    /** The first bytes, which stay to be read; zeros where there are fewer. */
    byte[] peek() throws IOException {
        var first = new byte[PEEKED];
        var length = readNBytes(first, 0, PEEKED);
        unread(first, 0, length);
        count = 0;
        return first;
    }

    @Override
    public int read() throws IOException {
        var one = super.read();
        count += one < 0 ? 0 : 1;
        return one;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        var several = super.read(target, offset, length);
        count += Math.max(several, 0);
        return several;
    }

    /** Not zero before the end: a gzip of several parts is else taken for ended where the network pauses. */
    @Override
    public int available() throws IOException {
        var one = super.read();
        if (one < 0) {
            return 0;
        }
        unread(one);
        return Math.max(super.available(), 1);
    }

    long count() {
        return count;
    }
}
