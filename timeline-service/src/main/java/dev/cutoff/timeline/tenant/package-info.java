/**
 * Tenants belong to inventory. Here is a copy of what decides which rule holds, followed by inventory's change feed and read through where
 * the feed has not come yet; whatever is newer by version wins. With inventory down, all that is known is still answered.
 */
@NullMarked
package dev.cutoff.timeline.tenant;

import org.jspecify.annotations.NullMarked;
