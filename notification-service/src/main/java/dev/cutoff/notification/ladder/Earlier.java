package dev.cutoff.notification.ladder;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What was decided before for the same line, client, person and anchor.
 *
 * @param topic a rung, or that it is over
 * @param day of the deadline then
 * @param named whether the vendor had named it
 * @param lastUse last day on which telling of it was of use; null if there was none
 * @param rung that was decided on
 * @param standing what became of it
 * @param toldOn day of the mail; null if there was none
 */
public record Earlier(
        Topic topic,
        LocalDate day,
        boolean named,
        @Nullable LocalDate lastUse,
        int rung,
        Standing standing,
        @Nullable LocalDate toldOn) {

    /** What became of an earlier decision. */
    public enum Standing {
        /** Planned and not yet sent. */
        LIVE,
        /** Sent, or so far on its way that it may have been. */
        TOLD,
        /** Not sent; the same rung may be decided on again. */
        OPEN,
        /** Failed or expired: this rung is over. */
        CLOSED
    }

    public boolean isTold() {
        return standing == Standing.TOLD;
    }

    boolean isAllClear() {
        return topic == Topic.ALL_CLEAR;
    }
}
