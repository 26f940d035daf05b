package dev.cutoff.inventory.evidence.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * Bytes of a JSON text with a question mark for each that is no UTF-8, and what was wrong where: the parser would else give up the whole
 * document for one bad byte of one record.
 */
final class CheckedUtf8 extends InputStream {

    private record Blemish(long offset, String reason) {}

    /** Of what no record has claimed yet; a text that has more between two records has no records. */
    private static final int MOST = 100_000;

    private final InputStream source;
    private final byte[] buffer = new byte[65_536];
    private final Queue<Blemish> blemishes = new ArrayDeque<>();
    /** What has been looked at lies before {@code checked}, what was read and not yet looked at behind it. */
    private int next;

    private int checked;
    private int filled;
    private long offset;
    private boolean isOver;

    CheckedUtf8(InputStream source) {
        this.source = source;
    }

    /** What is wrong with these bytes, all before which are forgotten; null if nothing is. */
    @Nullable String flaw(long begin, long end) {
        String reason = null;
        for (var blemish = blemishes.peek(); blemish != null && blemish.offset() < end; blemish = blemishes.peek()) {
            reason = blemish.offset() >= begin ? blemish.reason() : reason;
            blemishes.remove();
        }
        return reason;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
        while (next == checked) {
            if (isOver && checked == filled) {
                return -1;
            }
            fill();
            check();
        }
        var count = Math.min(length, checked - next);
        System.arraycopy(buffer, next, target, from, count);
        next += count;
        offset += count;
        return count;
    }

    private void fill() throws IOException {
        System.arraycopy(buffer, next, buffer, 0, filled - next);
        filled -= next;
        next = 0;
        checked = 0;
        var count = source.read(buffer, filled, buffer.length - filled);
        isOver = count < 0;
        filled += Math.max(count, 0);
    }

    /** Looks at what is there, but for a character of which the end has not come yet. */
    private void check() {
        while (checked < filled) {
            var lead = buffer[checked];
            if (lead > 0) {
                checked++;
                continue;
            }
            if (lead == 0) {
                note("contains the character NUL");
                checked++;
                continue;
            }
            var length = lengthAt(buffer, checked, filled);
            if (length < 0 && !isOver) {
                return;
            }
            if (length <= 0) {
                note("is not valid UTF-8");
                buffer[checked] = '?';
                length = 1;
            }
            checked += length;
        }
    }

    private void note(String reason) {
        if (blemishes.size() < MOST) {
            blemishes.add(new Blemish(offset + checked - next, reason));
        }
    }

    /** Of the character of several bytes that begins here; 0 if none does, -1 if it is cut off where the text ends. */
    static int lengthAt(byte[] text, int start, int end) {
        var lead = text[start] & 0xff;
        var length = lead >= 0xc2 && lead <= 0xdf
                ? 2
                : lead >= 0xe0 && lead <= 0xef ? 3 : lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
        for (var i = 1; i < length; i++) {
            if (start + i == end) {
                return -1;
            }
            var follower = text[start + i] & 0xff;
            var least = i == 1 && lead == 0xe0 ? 0xa0 : i == 1 && lead == 0xf0 ? 0x90 : 0x80;
            var most = i == 1 && lead == 0xed ? 0x9f : i == 1 && lead == 0xf4 ? 0x8f : 0xbf;
            if (follower < least || follower > most) {
                return 0;
            }
        }
        return length;
    }
}
