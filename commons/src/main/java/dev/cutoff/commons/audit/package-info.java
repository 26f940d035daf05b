/** Who changed what, when, from what, to what, and why. */
@NullMarked
package dev.cutoff.commons.audit;

import org.jspecify.annotations.NullMarked;
