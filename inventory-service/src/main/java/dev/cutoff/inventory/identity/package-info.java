/** Ids that follow from what a thing is. */
@NullMarked
package dev.cutoff.inventory.identity;

import org.jspecify.annotations.NullMarked;
