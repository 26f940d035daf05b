package dev.cutoff.notification.notice;

import dev.cutoff.commons.security.TenantScope;
import dev.cutoff.notification.reminder.Status;
import java.util.List;
import java.util.UUID;

/**
 * A notice of which something is heard after it was handed over.
 *
 * @param person lower-cased mail address
 * @param tenants what it is about
 * @param attempts how often it was tried by now
 */
public record Handed(UUID id, String person, List<UUID> tenants, Status state, int attempts) {

    boolean isWhollySeenBy(TenantScope scope) {
        return tenants.stream().allMatch(scope::sees);
    }
}
