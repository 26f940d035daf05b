package dev.cutoff.inventory.evidence.format;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.SequenceInputStream;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Any of the encodings that exports come in, as UTF-8 without a byte-order mark. */
public final class Utf8 {

    private static final int MARK = 3;

    private Utf8() {}

    /** Looks at the first bytes and leaves the rest unread. */
    public static InputStream of(InputStream body) throws IOException {
        var first = body.readNBytes(MARK);
        if (Arrays.equals(first, new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf})) {
            return body;
        }
        var whole = new SequenceInputStream(new ByteArrayInputStream(first), body);
        if (first.length < 2) {
            return whole;
        }
        var high = first[0] & 0xff;
        var low = first[1] & 0xff;
        if (high == 0xfe && low == 0xff || high == 0xff && low == 0xfe) {
            return new Transcoded(whole, StandardCharsets.UTF_16);
        }
        // Without a mark: what begins with a letter or a bracket has every other byte empty.
        if (high == 0 && low != 0) {
            return new Transcoded(whole, StandardCharsets.UTF_16BE);
        }
        return high != 0 && low == 0 ? new Transcoded(whole, StandardCharsets.UTF_16LE) : whole;
    }

    private static final class Transcoded extends InputStream {

        private final Reader characters;
        private final CharBuffer buffer = CharBuffer.allocate(8192).limit(0);
        private byte[] bytes = {};
        private int next;

        Transcoded(InputStream body, Charset charset) {
            characters = new InputStreamReader(body, charset);
        }

        @Override
        public int read() throws IOException {
            return isAtEnd() ? -1 : bytes[next++] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (isAtEnd()) {
                return -1;
            }
            var count = Math.min(length, bytes.length - next);
            System.arraycopy(bytes, next, target, offset, count);
            next += count;
            return count;
        }

        private boolean isAtEnd() throws IOException {
            while (next == bytes.length) {
                buffer.clear();
                if (characters.read(buffer) < 0) {
                    return true;
                }
                // The two halves of a character beyond the first plane must not be parted.
                if (Character.isHighSurrogate(buffer.get(buffer.position() - 1)) && buffer.hasRemaining()) {
                    var other = characters.read();
                    if (other >= 0) {
                        buffer.put((char) other);
                    }
                }
                bytes = buffer.flip().toString().getBytes(StandardCharsets.UTF_8);
                next = 0;
            }
            return false;
        }
    }
}
