package dev.cutoff.notification.reminder;

import dev.cutoff.notification.ladder.Decision;
import dev.cutoff.notification.ladder.Topic;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A decision about one rung of a family.
 *
 * @param day of the deadline that it is about
 * @param named whether the vendor means this very day
 * @param role as what the person is told
 * @param locale language of the person
 * @param zone of the tenant
 * @param lastUse the last day on which it is worth telling; null if there is none
 */
public record Decided(
        Family family,
        Topic topic,
        LocalDate day,
        boolean named,
        Decision decision,
        Role role,
        String locale,
        ZoneId zone,
        @Nullable LocalDate lastUse) {

    public boolean isToBeSent() {
        return switch (decision) {
            case Decision.Send ignored -> true;
            case Decision.AllClear ignored -> true;
            case Decision.Withhold ignored -> false;
            case Decision.Expire ignored -> false;
        };
    }

    public Status state() {
        return switch (decision) {
            case Decision.Send ignored -> Status.PLANNED;
            case Decision.AllClear ignored -> Status.PLANNED;
            case Decision.Withhold ignored -> Status.CANCELLED;
            case Decision.Expire ignored -> Status.EXPIRED;
        };
    }
}
