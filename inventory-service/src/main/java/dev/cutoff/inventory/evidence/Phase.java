package dev.cutoff.inventory.evidence;

import java.util.Locale;

/** Where the time of an import goes. Phases of different connections run side by side. */
enum Phase {
    /** The body arrives, is read and staged. */
    STAGING,
    /** From the 202 to where somebody takes the job. */
    WAITING,
    /** All that follows, to the end of the job. */
    MERGING,
    /** Sign-ins are added up by account. */
    ADDING_UP,
    /** Their accounts are found or made. */
    ACCOUNTS,
    /** Beside both, on another connection, the keys are written; and what then is left of that to be waited for. */
    KEYS,
    AWAITING_KEYS,
    /** What the file says of days is written down. */
    DAYS,
    /** The sums are kept for the parts, which take them up again. */
    SUMS,
    USAGES,
    /** Clients are worked out of usages, and judged. */
    CLIENTS,
    /** What evidence says of those whom it does not name. */
    SILENCE;

    /** As in {@code adding-up}. */
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
