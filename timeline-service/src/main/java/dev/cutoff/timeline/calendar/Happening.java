package dev.cutoff.timeline.calendar;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that takes place on whole days.
 *
 * @param uid the same for ever, whatever the dates
 * @param starts first day
 * @param ends last day; null if the vendor has not said until when
 * @param isCertain whether the day is known, and not only when it may be
 */
record Happening(
        UUID tenantId,
        String uid,
        LocalDate starts,
        @Nullable LocalDate ends,
        boolean isCertain,
        String programme,
        String summary,
        String description) {}
