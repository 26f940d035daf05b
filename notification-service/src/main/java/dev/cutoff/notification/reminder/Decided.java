package dev.cutoff.notification.reminder;

import dev.cutoff.notification.ladder.Deadline;
import dev.cutoff.notification.ladder.Decision;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A decision about one rung of a family.
 *
 * @param role as what the person is told
 * @param locale language of the person
 * @param zone of the tenant
 * @param lastUse the last day on which it is worth telling; null if there is none
 */
public record Decided(
        Family family,
        Deadline deadline,
        Decision decision,
        Role role,
        String locale,
        ZoneId zone,
        @Nullable LocalDate lastUse) {}
