package dev.cutoff.local.sink;

/**
 * A mail that a server has taken.
 *
 * @param messageId with its angle brackets; empty if it had none
 * @param recipient of the envelope
 * @param sum SHA-256 of all its bytes, in hexadecimal digits
 */
public record Taken(String messageId, String recipient, String sum) {}
