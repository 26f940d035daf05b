/**
 * Who is told what on which day, as pure functions: {@link Ladder} decides on one deadline of one client and person, {@link Calm} on
 * the day of one person's mail. Nothing here knows a database, HTTP or a clock, and every decision, also the one not to send, names
 * its {@link Reason}.
 */
@NullMarked
package dev.cutoff.notification.ladder;

import org.jspecify.annotations.NullMarked;
