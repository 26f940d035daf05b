/**
 * Vendor notices: what the vendor says to one tenant. It is believed, whatever the rules say, and kept as it was said: facts are added and
 * never taken away.
 */
@NullMarked
package dev.cutoff.timeline.vendornotice;

import org.jspecify.annotations.NullMarked;
