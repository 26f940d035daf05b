/** The parts of the suite, how they are started side by side, and how they are stopped without leaving anything. */
@NullMarked
package dev.cutoff.local.suite;

import org.jspecify.annotations.NullMarked;
