/** Inventory's tenants as we know them: followed by its feed, read through when a caller is quicker than the feed. */
@NullMarked
package dev.cutoff.notification.tenant;

import org.jspecify.annotations.NullMarked;
