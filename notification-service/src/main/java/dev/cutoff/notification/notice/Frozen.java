package dev.cutoff.notification.notice;

/**
 * A mail as it will be sent, however often that takes.
 *
 * @param mime the whole message, headers and all
 */
public record Frozen(Claim claim, String messageId, String subject, byte[] mime) {}
