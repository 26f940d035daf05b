/** What somebody is to be told: one rung for one person, client, protocol and deadline, which exists once. */
@NullMarked
package dev.cutoff.notification.reminder;

import org.jspecify.annotations.NullMarked;
