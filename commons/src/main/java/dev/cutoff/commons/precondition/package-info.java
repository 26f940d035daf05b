/** Changes only on top of what the caller has read: ETag, If-Match, If-None-Match. */
@NullMarked
package dev.cutoff.commons.precondition;

import org.jspecify.annotations.NullMarked;
