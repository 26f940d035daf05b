/** What was done to what notification keeps of a tenant, by whom, when and why. */
@NullMarked
package dev.cutoff.notification.trail;

import org.jspecify.annotations.NullMarked;
