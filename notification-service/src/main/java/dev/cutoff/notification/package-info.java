/** Who is told, when, why, and whether it arrived. */
@NullMarked
package dev.cutoff.notification;

import org.jspecify.annotations.NullMarked;
