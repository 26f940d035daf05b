package dev.cutoff.notification.affected;

import dev.cutoff.notification.ladder.Reply;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** What answers are held against, from the facts of a plan. */
public final class Grounds {

    private Grounds() {}

    /**
     * @param cutoff of the line; null if nothing is said of it
     * @param owner lower-cased mail address of who answers for the client; null if nobody does
     * @param lastUse last success with what the line ends; null if none is known
     * @param zone of the tenant
     */
    public static Reply.Ground of(
            @Nullable Cutoff cutoff,
            boolean resolved,
            @Nullable String owner,
            @Nullable Instant lastUse,
            ZoneId zone,
            LocalDate today) {
        return new Reply.Ground(
                cutoff == null ? null : cutoff.deadline().orElse(null),
                cutoff == null ? null : cutoff.decisionBy(),
                resolved,
                lastUse,
                owner,
                zone,
                today);
    }
}
