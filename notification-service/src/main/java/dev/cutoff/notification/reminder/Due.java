package dev.cutoff.notification.reminder;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one person is due to be told about one programme in one tenant, as far as it stands in one notice or in none.
 *
 * @param noticeId where it stands; null if in none yet
 * @param nearest the nearest deadline
 * @param atOnce whether a day was named or has moved
 * @param locale language of the person, from the most urgent reminder
 * @param zone of the tenant
 */
public record Due(
        String person,
        UUID tenantId,
        String programme,
        @Nullable UUID noticeId,
        LocalDate nearest,
        boolean atOnce,
        String locale,
        ZoneId zone) {}
