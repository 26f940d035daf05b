package dev.cutoff.inventory.evidence.format;

import java.io.IOException;

/** A packed body that cannot be unpacked, or should not be. */
public final class BrokenArchive extends IOException {

    private final boolean isTooLarge;

    private BrokenArchive(String message, boolean isTooLarge) {
        super(message);
        this.isTooLarge = isTooLarge;
    }

    static BrokenArchive because(String message) {
        return new BrokenArchive(message, false);
    }

    static BrokenArchive tooLarge(String message) {
        return new BrokenArchive(message, true);
    }

    public boolean isTooLarge() {
        return isTooLarge;
    }
}
