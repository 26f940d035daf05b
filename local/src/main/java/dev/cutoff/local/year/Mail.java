package dev.cutoff.local.year;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/**
 * A mail, as far as it is of interest to who judges.
 *
 * @param person to whom it came
 * @param messageId with its angle brackets
 * @param day of its date, UTC
 * @param stops numbers of the clients of which it says that they stop, with the day from which on
 * @param cleared those that it says are over
 * @param helps those with which somebody wants help
 */
record Mail(
        String person,
        String messageId,
        LocalDate day,
        Map<Integer, LocalDate> stops,
        Set<Integer> cleared,
        Set<Integer> helps) {}
