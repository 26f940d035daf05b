/**
 * What evidence looks like: a reader for each format, told from the others by its content alone. Readers stream, keep one record in memory,
 * and tell what they cannot read without stopping at it.
 */
@NullMarked
package dev.cutoff.inventory.evidence.format;

import org.jspecify.annotations.NullMarked;
