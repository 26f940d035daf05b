/**
 * What mail servers and people say of mail that did not arrive. {@link StatusReport} reads a delivery status mail (RFC 3464), a pure
 * function over hostile input; {@link Bounces} finds the notice that it is about and has it, and the person, marked.
 */
@NullMarked
package dev.cutoff.notification.bounce;

import org.jspecify.annotations.NullMarked;
