/**
 * Business time: what is due, which phase holds, when something was requested. Leases, back-off and the expiry of tokens are real
 * time and never ask this clock.
 */
@NullMarked
package dev.cutoff.commons.time;

import org.jspecify.annotations.NullMarked;
