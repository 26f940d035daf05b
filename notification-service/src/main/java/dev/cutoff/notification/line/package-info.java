/**
 * Lines: what a programme ends, and which of them decides for a usage. Pure: no database, no HTTP, no clock.
 */
@NullMarked
package dev.cutoff.notification.line;

import org.jspecify.annotations.NullMarked;
