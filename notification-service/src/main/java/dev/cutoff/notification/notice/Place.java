package dev.cutoff.notification.notice;

import dev.cutoff.notification.ladder.Reason;
import dev.cutoff.notification.policy.Severity;
import dev.cutoff.notification.reminder.Status;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A notice as it is to be.
 *
 * @param id of the row that it takes
 * @param tenants what it is about
 * @param waitsFor why its day is a later one; null if it is not
 * @param severity how bad it is if it is not read in time
 * @param quietFrom when the hours begin in which it does not leave; null if there are none
 * @param quietTo when they are over; null if there are none
 * @param nearest the nearest deadline in it
 * @param keepsBytes whether what was first tried still says what is to be said
 */
record Place(
        UUID id,
        LocalDate day,
        Set<UUID> tenants,
        Status state,
        @Nullable Reason waitsFor,
        Severity severity,
        @Nullable LocalTime quietFrom,
        @Nullable LocalTime quietTo,
        LocalDate nearest,
        String locale,
        ZoneId zone,
        boolean keepsBytes) {}
