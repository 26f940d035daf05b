/** What we have, who answers for it, how we know. Called by timeline and notification, calls nobody. */
@NullMarked
package dev.cutoff.inventory;

import org.jspecify.annotations.NullMarked;
