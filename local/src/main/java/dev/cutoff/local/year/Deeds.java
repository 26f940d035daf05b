package dev.cutoff.local.year;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/**
 * What people did on which day, as far as it changes what they should hear.
 *
 * @param gone by client: said to be done, or taken away
 * @param seen by client: in use after it was said to be done
 * @param planned by client: the day on which somebody said so
 * @param declined by owner: it is not theirs, or their mail came back
 */
record Deeds(
        Map<Integer, LocalDate> gone,
        Map<Integer, LocalDate> seen,
        Map<Integer, LocalDate> planned,
        Map<Integer, LocalDate> declined) {

    static Deeds none() {
        return new Deeds(new HashMap<>(), new HashMap<>(), new HashMap<>(), new HashMap<>());
    }

    /** Whether nobody should hear of the client on the day: what was done that morning counts. */
    boolean isGone(int client, LocalDate day) {
        var since = gone.get(client);
        var again = seen.get(client);
        return since != null && !day.isBefore(since) && (again == null || day.isBefore(again));
    }
}
