package dev.cutoff.notification.message;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A day, or the days of a window, as a calendar has it.
 *
 * @param protocol the one that it is about: each has days of its own, which may part later
 * @param isDecision whether it is the last day on which to decide, and not what stops
 * @param ends last day; null if the vendor has not said until when
 * @param isCertain whether the day is known, and not only when it may be
 * @param sequence how often the person was told another day before
 */
public record CalendarDate(
        UUID tenantId,
        String tenant,
        String programme,
        String protocol,
        String authMethod,
        @Nullable String qualifier,
        boolean isDecision,
        LocalDate starts,
        @Nullable LocalDate ends,
        boolean isCertain,
        int sequence,
        Digest.Source source) {}
