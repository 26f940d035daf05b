package dev.cutoff.notification.branding;

import java.util.Locale;
import java.util.stream.IntStream;

/** A colour, as CSS has it: {@code #0b5cab}. */
record Colour(String hex) {

    /** What WCAG 2.2 asks for text of any size (1.4.3, level AA). */
    private static final double READABLE = 4.5;

    boolean isReadableUnderWhite() {
        return contrastWithWhite() >= READABLE;
    }

    /** From 1 to 21, as WCAG 2.2 defines it. */
    double contrastWithWhite() {
        return 1.05 / (luminance() + 0.05);
    }

    private double luminance() {
        var parts = IntStream.of(1, 3, 5)
                .mapToDouble(at -> linear(Integer.parseInt(hex.substring(at, at + 2), 16) / 255.0))
                .toArray();
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
    }

    private static double linear(double part) {
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }

    /** Why it is refused, with the contrast that it has. */
    String complaint() {
        return String.format(
                Locale.ROOT,
                "has a contrast of %.2f:1 with the white text on it, and text can be read from %.1f:1 on (WCAG AA); take a darker one",
                Math.floor(contrastWithWhite() * 100) / 100,
                READABLE);
    }
}
