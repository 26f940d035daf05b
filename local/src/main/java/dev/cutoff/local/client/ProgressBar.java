package dev.cutoff.local.client;

import java.io.PrintStream;
import java.util.Locale;

/** A line that is written over while work goes on; nothing at all where nobody looks at a terminal. */
public final class ProgressBar {

    private static final int WIDTH = 30;

    private final PrintStream out;
    private final boolean isShown;

    public ProgressBar(PrintStream out, boolean isShown) {
        this.out = out;
        this.isShown = isShown;
    }

    /** A bar on which nobody looks. */
    public static ProgressBar none() {
        return new ProgressBar(System.err, false);
    }

    /** @param total zero if nothing is known of it */
    public void show(String what, long done, long total) {
        if (!isShown) {
            return;
        }
        var part = total == 0 ? 0 : Math.min(1, (double) done / total);
        var full = (int) (part * WIDTH);
        out.printf(
                Locale.ROOT,
                "\r%s [%s%s] %3.0f %%\033[K",
                what,
                "#".repeat(full),
                ".".repeat(WIDTH - full),
                part * 100);
        out.flush();
    }

    public void say(String what) {
        if (isShown) {
            out.print("\r" + what + "\033[K");
            out.flush();
        }
    }

    public void clear() {
        if (isShown) {
            out.print("\r\033[K");
            out.flush();
        }
    }
}
