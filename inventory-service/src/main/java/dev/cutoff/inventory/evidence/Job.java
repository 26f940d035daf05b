package dev.cutoff.inventory.evidence;

import dev.cutoff.inventory.evidence.format.FormatName;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A staged import that waits for its merge.
 *
 * @param number rises with every import; keys of sign-ins name it
 * @param sentBy in whose name it is merged
 * @param staged rows in its staging table, those that were rejected at once among them
 * @param asOf day to which a report speaks that does not say so itself
 * @param isDryRun it is merged, looked at and undone
 * @param days of UTC that have sign-ins, in their order, as {@code 2022-08-19}
 * @param waitedMillis since it was staged; real time
 */
record Job(
        UUID tenantId,
        UUID id,
        long number,
        FormatName format,
        String sentBy,
        LocalDate asOf,
        boolean isDryRun,
        long rows,
        long staged,
        long rejected,
        List<String> days,
        long waitedMillis) {

    String[] dayArray() {
        return days.toArray(String[]::new);
    }
}
