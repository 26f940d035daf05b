/** Processes that outlive the command that started them, and how they are found again. */
@NullMarked
package dev.cutoff.local.process;

import org.jspecify.annotations.NullMarked;
