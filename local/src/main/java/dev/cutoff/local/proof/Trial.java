package dev.cutoff.local.proof;

import java.util.List;
import java.util.UUID;

/** One thing that goes wrong, and what must hold all the same. */
interface Trial {

    String name();

    default int tenants() {
        return 1;
    }

    /** In each of its tenants; each of them is due a mail. */
    int people();

    /**
     * Lets the mails out and makes it go wrong; returns when all is over.
     *
     * @return how many processes were killed, and what must not be
     */
    Outcome play(Stage stage, List<UUID> tenants);

    /**
     * @param duplicatesAtMost how many mails may have arrived a second time
     */
    record Outcome(int kills, int duplicatesAtMost, List<String> faults) {

        static Outcome of(int kills, int duplicatesAtMost) {
            return new Outcome(kills, duplicatesAtMost, List.of());
        }
    }
}
