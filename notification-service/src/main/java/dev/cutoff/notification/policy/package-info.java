/**
 * Policies: at which lead times, at which hours and whom to tell. {@link Policies} reads and changes them and answers what is effective,
 * {@link PolicySettings} says how the more specific field wins.
 */
@NullMarked
package dev.cutoff.notification.policy;

import org.jspecify.annotations.NullMarked;
