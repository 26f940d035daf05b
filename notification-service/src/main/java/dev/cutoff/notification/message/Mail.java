package dev.cutoff.notification.message;

/**
 * A mail as it is sent.
 *
 * @param from address that failures go to
 * @param mime the whole message, headers and all
 */
public record Mail(String from, String to, String messageId, String subject, byte[] mime) {}
