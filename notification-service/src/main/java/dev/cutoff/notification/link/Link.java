package dev.cutoff.notification.link;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A link, without its token. It lives in real time, whatever day it is in a simulated world.
 *
 * @param noticeId the notice that it came with
 * @param person lower-cased mail address of whom it was made for
 * @param locale language of the mail
 * @param tenants that the notice is about
 */
public record Link(
        UUID id,
        UUID noticeId,
        String person,
        String locale,
        List<UUID> tenants,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant revokedAt) {

    boolean isOver(Instant now) {
        return revokedAt != null || !expiresAt.isAfter(now);
    }
}
