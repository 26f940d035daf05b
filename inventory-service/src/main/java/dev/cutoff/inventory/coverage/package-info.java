/**
 * Which source of evidence spoke when, and with how much: no data is not no use. A source writes down what it brought ({@link Arrivals});
 * from that follows whether it has gone quiet or stale, what silence of a client is worth, and how much the vendor knows that we do not.
 */
@NullMarked
package dev.cutoff.inventory.coverage;

import org.jspecify.annotations.NullMarked;
