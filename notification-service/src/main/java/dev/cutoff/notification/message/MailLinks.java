package dev.cutoff.notification.message;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * The links of a mail, each good for its reader only.
 *
 * @param answer to the page on which they answer
 * @param unsubscribe for mail programs, by which one press stops the mail (RFC 8058); null where the policy does not allow that
 */
public record MailLinks(URI answer, @Nullable URI unsubscribe) {}
