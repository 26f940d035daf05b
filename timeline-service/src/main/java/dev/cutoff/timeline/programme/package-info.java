/**
 * The catalogue: what vendors announced, as data. Files are read once, at start, and whatever they hold that is new goes into the
 * database; from then on the database is asked, so that all replicas say the same whichever files they were started with.
 */
@NullMarked
package dev.cutoff.timeline.programme;

import org.jspecify.annotations.NullMarked;
