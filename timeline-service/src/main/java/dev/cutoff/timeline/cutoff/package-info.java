/**
 * The answers: what holds for one tenant, and when things stop for all of them. Nothing here is stored; every answer is computed from the
 * catalogue and the facts on file when it is asked for, and names the version of the catalogue.
 */
@NullMarked
package dev.cutoff.timeline.cutoff;

import org.jspecify.annotations.NullMarked;
