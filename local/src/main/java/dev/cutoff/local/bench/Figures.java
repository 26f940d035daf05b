package dev.cutoff.local.bench;

import java.util.Arrays;
import java.util.stream.Stream;

/**
 * How a peer did.
 *
 * @param perSecond answers
 * @param p50 milliseconds
 * @param p99 milliseconds
 */
record Figures(long answers, double perSecond, double p50, double p99) {

    /**
     * @param nanos how long each answer took, in any order
     * @param seconds how long all of it took
     */
    static Figures of(Stream<long[]> nanos, double seconds) {
        var sorted = nanos.flatMapToLong(Arrays::stream).sorted().toArray();
        if (sorted.length == 0) {
            throw new IllegalStateException("There was no answer in the time given");
        }
        return new Figures(sorted.length, rounded(sorted.length / seconds), millis(sorted, 0.50), millis(sorted, 0.99));
    }

    private static double millis(long[] sorted, double share) {
        return rounded(sorted[(int) Math.min(sorted.length - 1L, Math.round(sorted.length * share))] / 1e6);
    }

    static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
