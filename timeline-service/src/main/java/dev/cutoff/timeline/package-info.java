/** What the vendor will do, and what that means for whom on which day. */
@NullMarked
package dev.cutoff.timeline;

import org.jspecify.annotations.NullMarked;
