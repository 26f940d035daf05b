/** The command line. Each command says what it did, or fails with one line that says what to do. */
@NullMarked
package dev.cutoff.local.command;

import org.jspecify.annotations.NullMarked;
