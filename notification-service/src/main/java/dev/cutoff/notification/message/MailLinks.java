package dev.cutoff.notification.message;

import java.net.URI;

/**
 * The links of a mail, each good for its reader only.
 *
 * @param answer to the page on which they answer
 * @param unsubscribe for mail programs, by which one press stops the mail (RFC 8058)
 */
public record MailLinks(URI answer, URI unsubscribe) {}
