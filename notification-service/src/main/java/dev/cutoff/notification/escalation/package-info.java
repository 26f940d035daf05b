/**
 * Escalation: whose turn it is to hear of a client, and whether nobody is left who would take it. Pure: {@link Turns} decides from who is in
 * line, what became of the mail to them and what they said.
 */
@NullMarked
package dev.cutoff.notification.escalation;

import org.jspecify.annotations.NullMarked;
