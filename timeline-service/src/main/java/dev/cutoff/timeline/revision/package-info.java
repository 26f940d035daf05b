/**
 * What a new announcement would change, and posting it: the difference between the catalogue with it and without, for every tenant that
 * the caller may see, before anything changes.
 */
@NullMarked
package dev.cutoff.timeline.revision;

import org.jspecify.annotations.NullMarked;
