/**
 * The change feed: facts travel against the direction of calls. One row for each resource at its last change, positions given when
 * somebody reads, so that no reader ever passes a change that commits late.
 */
@NullMarked
package dev.cutoff.commons.change;

import org.jspecify.annotations.NullMarked;
