package dev.cutoff.inventory.evidence;

import java.util.Locale;

/** What a large file is merged in, in this order. */
enum Part {
    /** Its sign-ins are counted, and their accounts found. */
    COUNTING,
    /** Half of the accounts that have nothing but what evidence shows. */
    ONE_HALF,
    OTHER_HALF,
    /** Accounts of clients that somebody has declared or touched: such a client may have several. */
    OTHERS;

    /** As in {@code one-half}. */
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    int number() {
        return ordinal();
    }
}
