package dev.cutoff.notification.message;

import dev.cutoff.notification.branding.Branding;
import org.jspecify.annotations.Nullable;

/**
 * How the HTML of a mail looks, beside what it says.
 *
 * @param colour of the band on top; white text must be readable on it
 * @param font names that are there on a reader's machine, also for Japanese
 */
record Look(String colour, String font) {

    private static final String FONT = "'Segoe UI','Yu Gothic UI','Hiragino Sans','Noto Sans CJK JP',Arial,sans-serif";

    private static final String NEUTRAL = "#1f3a5f";

    static Look of(@Nullable Branding branding) {
        return new Look(branding == null || branding.colour() == null ? NEUTRAL : branding.colour(), FONT);
    }
}
