package dev.cutoff.inventory.evidence.format;

import java.io.IOException;

/** A document that breaks in the middle: what follows cannot be told into records. */
public final class BrokenDocument extends IOException {

    /** @param message what breaks where, for who sent it */
    public BrokenDocument(String message) {
        super(message);
    }
}
