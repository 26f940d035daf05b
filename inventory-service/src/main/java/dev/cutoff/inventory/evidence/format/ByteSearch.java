package dev.cutoff.inventory.evidence.format;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Finds bytes eight at a time: most of a log is what nobody asks about. Each finds the first, or the end where there is none. */
final class ByteSearch {

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long TOPS = 0x8080_8080_8080_8080L;

    private ByteSearch() {}

    static int lineEnd(byte[] bytes, int from, int to) {
        var at = from;
        for (; at + 8 <= to; at += 8) {
            var found = equal((long) EIGHT.get(bytes, at), '\n');
            if (found != 0) {
                return at + first(found);
            }
        }
        while (at < to && bytes[at] != '\n') {
            at++;
        }
        return at;
    }

    /** What is no plain character within a JSON string: its end, an escape, a control character, or a byte beyond ASCII. */
    static int notPlain(byte[] bytes, int from, int to) {
        var at = from;
        for (; at + 8 <= to; at += 8) {
            var eight = (long) EIGHT.get(bytes, at);
            var found = eight & TOPS | equal(eight, '"') | equal(eight, '\\') | less(eight, ' ');
            if (found != 0) {
                return at + first(found);
            }
        }
        while (at < to && bytes[at] >= ' ' && bytes[at] != '"' && bytes[at] != '\\') {
            at++;
        }
        return at;
    }

    /** The top bit of each byte that has the value, and perhaps of some behind the first that has it. */
    private static long equal(long eight, char value) {
        var difference = eight ^ ONES * value;
        return difference - ONES & ~difference & TOPS;
    }

    private static long less(long eight, char value) {
        return eight - ONES * value & ~eight & TOPS;
    }

    private static int first(long tops) {
        return Long.numberOfTrailingZeros(tops) >>> 3;
    }
}
