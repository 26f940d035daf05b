package dev.cutoff.notification.notice;

import dev.cutoff.notification.policy.Severity;
import dev.cutoff.notification.reminder.Status;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A notice in the hands of one sender.
 *
 * @param leaseToken proves that it still is
 * @param was its state before
 * @param asked whether somebody has asked for it to be sent again
 * @param mime the mail, if it was tried before
 */
public record Claim(
        UUID id,
        UUID leaseToken,
        String person,
        LocalDate day,
        String locale,
        ZoneId zone,
        Severity severity,
        List<UUID> tenants,
        int attempts,
        int resends,
        Status was,
        boolean asked,
        byte @Nullable [] mime) {

    public boolean isResend() {
        return was == Status.UNCERTAIN || asked;
    }

    /** Whether an earlier attempt may have reached the person, so that only the very same mail may go out again. */
    boolean mayHaveArrived() {
        return resends > 0;
    }
}
