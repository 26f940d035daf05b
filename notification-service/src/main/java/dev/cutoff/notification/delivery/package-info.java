/**
 * Hands notices to the mail server. {@link Sending} takes turns, {@link Attempts} are its steps in the database, {@link Relay} is the
 * connection, and {@link FencedTransport} asks once more before the end of a mail, the point from which nobody can take it back.
 */
@NullMarked
package dev.cutoff.notification.delivery;

import org.jspecify.annotations.NullMarked;
