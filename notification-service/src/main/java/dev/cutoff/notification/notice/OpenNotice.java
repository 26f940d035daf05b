package dev.cutoff.notification.notice;

import dev.cutoff.notification.ladder.Reason;
import dev.cutoff.notification.policy.Severity;
import dev.cutoff.notification.reminder.Status;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A notice that has provably reached nobody: it waits, or was put off, or has ended without being sent.
 *
 * @param frozen whether it was tried, so that its bytes stand
 */
record OpenNotice(
        UUID id,
        long version,
        String person,
        LocalDate day,
        Status state,
        @Nullable Reason waitsFor,
        List<UUID> tenants,
        LocalDate nearest,
        String locale,
        ZoneId zone,
        Severity severity,
        @Nullable LocalTime quietFrom,
        @Nullable LocalTime quietTo,
        boolean frozen) {

    boolean hasEnded() {
        return switch (state) {
            case SUPERSEDED, EXPIRED, CANCELLED -> true;
            case PLANNED, HELD, RETRY, SENDING, UNCERTAIN, SENT, FAILED -> false;
        };
    }

    boolean isAs(Place place) {
        return day.equals(place.day())
                && state == place.state()
                && waitsFor == place.waitsFor()
                && nearest.equals(place.nearest())
                && locale.equals(place.locale())
                && zone.equals(place.zone())
                && severity == place.severity()
                && Objects.equals(quietFrom, place.quietFrom())
                && Objects.equals(quietTo, place.quietTo())
                && frozen == place.keepsBytes()
                && Set.copyOf(tenants).equals(place.tenants());
    }
}
