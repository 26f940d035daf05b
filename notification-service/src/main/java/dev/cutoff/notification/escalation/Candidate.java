package dev.cutoff.notification.escalation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Somebody in line for a client.
 *
 * @param person lower-cased mail address; nobody stands in a line twice
 * @param workingDays how long they have to answer before it is the next one's turn
 * @param isContact whether they hear of it for the tenant, and not because they answer for it
 * @param isReachable whether mail reaches them, as far as is known
 * @param disowns whether they say that it is somebody else's
 * @param isCalled whether silence has moved on to them before
 * @param silentSince day of the first mail to them since which they have said nothing; null if there was none, or they have answered
 */
public record Candidate(
        String person,
        int workingDays,
        boolean isContact,
        boolean isReachable,
        boolean disowns,
        boolean isCalled,
        @Nullable LocalDate silentSince) {

    boolean isWilling() {
        return isReachable && !disowns;
    }
}
