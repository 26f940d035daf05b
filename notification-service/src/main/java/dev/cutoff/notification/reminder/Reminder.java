package dev.cutoff.notification.reminder;

import dev.cutoff.notification.ladder.Anchor;
import dev.cutoff.notification.ladder.Earlier;
import dev.cutoff.notification.ladder.Reason;
import dev.cutoff.notification.ladder.Topic;
import dev.cutoff.notification.line.Line;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A reminder as it stands.
 *
 * @param programme empty for a finding, which is about no programme; so is the auth method then
 * @param named whether the vendor had named the day
 * @param lastUse the last day on which it is worth telling; null if there is none
 * @param movedFrom the day that the person was told before; null if it has not moved
 * @param movedNamed whether that day had been named
 * @param told day of the notice that it is or was in; null if none
 */
public record Reminder(
        UUID tenantId,
        long id,
        UUID clientId,
        String person,
        String programme,
        String protocol,
        String authMethod,
        @Nullable String qualifier,
        Topic topic,
        Anchor anchor,
        LocalDate anchorDay,
        int rung,
        boolean named,
        @Nullable LocalDate lastUse,
        Role role,
        Reason reason,
        Status state,
        @Nullable LocalDate movedFrom,
        @Nullable Boolean movedNamed,
        @Nullable UUID noticeId,
        @Nullable LocalDate told) {

    public Family family() {
        return new Family(line(), clientId, person, anchor);
    }

    public Line line() {
        return new Line(programme, protocol, authMethod, qualifier);
    }

    public boolean isLive() {
        return state == Status.PLANNED;
    }

    /** Whether the person has been told, or may have been, on that day or later. */
    public boolean isToldFrom(LocalDate day) {
        return asEarlier().standing() == Earlier.Standing.TOLD && told != null && !told.isBefore(day);
    }

    /** As the ladder sees it. */
    public Earlier asEarlier() {
        var standing = switch (state) {
            case PLANNED, HELD, RETRY -> Earlier.Standing.LIVE;
            case SENDING, UNCERTAIN, SENT -> Earlier.Standing.TOLD;
            case SUPERSEDED -> Earlier.Standing.OPEN;
            case CANCELLED -> reason == Reason.WITHDRAWN ? Earlier.Standing.CLOSED : Earlier.Standing.OPEN;
            case FAILED, EXPIRED -> Earlier.Standing.CLOSED;
        };
        return new Earlier(topic, anchorDay, named, lastUse, rung, standing, told);
    }
}
