package dev.cutoff.notification.message;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who asks the reader of a mail for help.
 *
 * @param tenant name of the tenant
 * @param person mail address of who asks
 * @param client what people know it by
 * @param kind of client
 * @param text what they say, in one line; null if nothing
 */
public record HelpCall(
        UUID tenantId,
        String tenant,
        String person,
        String client,
        String kind,
        @Nullable String text) {}
