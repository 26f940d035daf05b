/**
 * What to do about a kind of client that uses what is retired: a table, {@code steps/table.yaml}, of which each cell names ways out with
 * the source of the facts, and until when the vendor offers each. {@link Steps} finds the cell; the words of the ways stand in {@code
 * steps/LANGUAGE.properties}. Another retirement is another row, without code.
 */
@NullMarked
package dev.cutoff.notification.step;

import org.jspecify.annotations.NullMarked;
