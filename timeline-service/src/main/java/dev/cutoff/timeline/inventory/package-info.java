/**
 * The way to inventory, whom we only ever ask: tenants, one by one and by its change feed. Its JSON is read with tolerance, so that it may
 * grow without us.
 */
@NullMarked
package dev.cutoff.timeline.inventory;

import org.jspecify.annotations.NullMarked;
