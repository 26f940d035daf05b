/**
 * The ways on which mail leaves. {@link Transports} are what is configured, {@link Relay} is a connection that knows how far a mail is, {@link
 * Budget} keeps to what a mail server lets through, and {@link Preflight} says beforehand what will go wrong.
 */
@NullMarked
package dev.cutoff.notification.transport;

import org.jspecify.annotations.NullMarked;
