/** What the ways to the other services have in common. */
@NullMarked
package dev.cutoff.notification.upstream;

import org.jspecify.annotations.NullMarked;
