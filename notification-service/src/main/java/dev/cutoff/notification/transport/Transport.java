package dev.cutoff.notification.transport;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One way on which mail leaves.
 *
 * @param parallel how many mails leave side by side
 * @param tenants mail about these alone leaves on it; empty for the default
 * @param senderTenant where the sender's mailbox is; null if nobody has said
 */
public record Transport(
        String name,
        SmtpServer server,
        Login login,
        Pace pace,
        int parallel,
        Set<UUID> tenants,
        @Nullable UUID senderTenant) {

    public static final String DEFAULT = "default";

    public boolean isDefault() {
        return name.equals(DEFAULT);
    }

    /** With nothing in it that is secret. */
    @Override
    public String toString() {
        return name + " " + server;
    }
}
