/**
 * Lists: keyset pages with an opaque cursor, allow-listed sorting, parameters by the letter, and the same list as CSV.
 */
@NullMarked
package dev.cutoff.commons.page;

import org.jspecify.annotations.NullMarked;
