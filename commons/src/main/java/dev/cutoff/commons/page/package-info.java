/**
 * Lists: keyset pages with an opaque cursor, allow-listed sorting, parameters by the letter, totals and single fields on request, and the same
 * list as CSV or NDJSON.
 */
@NullMarked
package dev.cutoff.commons.page;

import org.jspecify.annotations.NullMarked;
