package dev.cutoff.notification.ladder;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What was decided before for the same client, person, protocol, auth method and anchor.
 *
 * @param day of the deadline then
 * @param named whether the vendor had named it
 * @param rung that was decided on
 * @param standing what became of it
 * @param toldOn day of the mail; null if there was none
 */
public record Earlier(
        LocalDate day,
        boolean named,
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

    boolean isTold() {
        return standing == Standing.TOLD;
    }
}
