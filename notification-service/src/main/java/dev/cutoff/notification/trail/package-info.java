/** What was done to what timeline keeps of a tenant, by whom, when and why; refused requests too. */
@NullMarked
package dev.cutoff.notification.trail;

import org.jspecify.annotations.NullMarked;
