package dev.cutoff.timeline.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What calendars are told of a happening.
 *
 * @param sequence rises when its dates move
 * @param changedAt when they last did
 */
record CalendarEvent(
        UUID tenantId,
        String uid,
        int sequence,
        LocalDate starts,
        @Nullable LocalDate ends,
        Instant changedAt) {

    boolean isOn(Happening happening) {
        return starts.equals(happening.starts()) && Objects.equals(ends, happening.ends());
    }
}
