package dev.cutoff.notification.notice;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which notices a sender would take.
 *
 * @param most how many
 * @param evenResting whether a new notice may leave before it has rested
 * @param only those that are about these tenants alone; empty for all but those below
 * @param others those that are about one of these groups of tenants alone leave on another way
 * @param turn only of the tenant whose turn it is; null for the most urgent of all
 */
public record Selection(
        int most,
        boolean evenResting,
        Set<UUID> only,
        List<Set<UUID>> others,
        @Nullable UUID turn) {

    public Selection most(int fewer) {
        return new Selection(fewer, evenResting, only, others, turn);
    }
}
