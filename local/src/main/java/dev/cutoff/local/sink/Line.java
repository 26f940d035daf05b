package dev.cutoff.local.sink;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** One line as it came, its end included; used again for the next. */
final class Line {

    private final InputStream in;
    /** Not BufferedInputStream, which takes a lock for each byte. */
    private final byte[] buffer = new byte[1 << 16];

    private int next;
    private int limit;
    private byte[] bytes = new byte[1024];
    private int length;

    Line(InputStream in) {
        this.in = in;
    }

    /** @return whether there was a whole line before the other side hung up */
    boolean read() throws IOException {
        length = 0;
        while (next < limit || fill()) {
            if (length == bytes.length) {
                bytes = Arrays.copyOf(bytes, 2 * length);
            }
            bytes[length++] = buffer[next++];
            if (bytes[length - 1] == '\n' && length > 1 && bytes[length - 2] == '\r') {
                return true;
            }
        }
        return false;
    }

    private boolean fill() throws IOException {
        next = 0;
        limit = Math.max(0, in.read(buffer));
        return limit > 0;
    }

    boolean isEmpty() {
        return length == 2;
    }

    boolean isDot() {
        return length == 3 && bytes[0] == '.';
    }

    void addTo(MessageDigest digest) {
        digest.update(bytes, 0, length);
    }

    /** Without the dot that stands in front of a line that begins with one (RFC 5321, 4.5.2). */
    void copyTo(ByteArrayOutputStream mail) {
        var skipped = bytes[0] == '.' ? 1 : 0;
        mail.write(bytes, skipped, length - skipped);
    }

    String text() {
        return new String(bytes, 0, length - 2, StandardCharsets.UTF_8);
    }

    /** @param header its name with the colon, in small letters */
    Optional<String> valueOf(String header) {
        if (length < header.length() || Character.toLowerCase((char) bytes[0]) != header.charAt(0)) {
            return Optional.empty();
        }
        var whole = text();
        return whole.toLowerCase(Locale.ROOT).startsWith(header)
                ? Optional.of(whole.substring(header.length()).strip())
                : Optional.empty();
    }
}
