package dev.cutoff.inventory.evidence;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A body that is counted as it arrives, and digested if somebody will ask whether it came again. */
final class MeteredBody extends FilterInputStream {

    private final MessageDigest digest;
    private final boolean isDigested;
    private long bytes;

    MeteredBody(InputStream body, boolean isDigested) {
        super(body);
        this.isDigested = isDigested;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        var count = super.read(target, offset, length);
        if (count > 0) {
            bytes += count;
            if (isDigested) {
                digest.update(target, offset, count);
            }
        }
        return count;
    }

    /** Readers close what they read; what is behind it is still to be counted, and the server closes the connection. */
    @Override
    public void close() {}

    long bytes() {
        return bytes;
    }

    /** Reads what is left, so that the digest is of the whole. */
    String fingerprint() throws IOException {
        transferTo(OutputStream.nullOutputStream());
        return HexFormat.of().formatHex(digest.digest());
    }
}
