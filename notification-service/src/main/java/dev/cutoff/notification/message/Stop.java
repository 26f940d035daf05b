package dev.cutoff.notification.message;

import dev.cutoff.notification.reminder.Role;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that stops.
 *
 * @param isOver whether it has stopped
 * @param latest last day of the window; null if the vendor has not said until when
 * @param day named by the vendor; null while only a window is known
 * @param stopsAt the moment where it is known; else the day begins in UTC
 * @param movedFrom what the person was told before; null if it has not moved
 * @param isReopened whether the person was told that it is over, and it is not
 * @param isContradicted whether it was said to be done, and is seen in use since
 * @param before who was told before; nobody where the reader is the first in line
 */
public record Stop(
        Digest.Topic topic,
        boolean isOver,
        LocalDate earliest,
        @Nullable LocalDate latest,
        @Nullable LocalDate day,
        @Nullable Instant stopsAt,
        Digest.Source source,
        Role role,
        @Nullable ToldDay movedFrom,
        boolean isReopened,
        boolean isContradicted,
        Before before,
        Clients clients) {

    /** The day that it is about: named, or the first of the window. */
    public LocalDate from() {
        return day == null ? earliest : day;
    }

    Digest.Section section(LocalDate today) {
        if (isOver || Digest.isSoon(from(), today)) {
            return Digest.Section.ACT_NOW;
        }
        return movedFrom == null && !isReopened && !isContradicted ? Digest.Section.COMING : Digest.Section.MOVED;
    }
}
