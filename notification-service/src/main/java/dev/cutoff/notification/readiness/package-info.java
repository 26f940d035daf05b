/**
 * Readiness: how far the affected clients have come, from nobody told of them to verified. {@link Readiness} counts it from the facts, and
 * keeps what it came to at the end of each week.
 */
@NullMarked
package dev.cutoff.notification.readiness;

import org.jspecify.annotations.NullMarked;
