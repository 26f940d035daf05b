/** Proofs: at length, on real processes, what the tests show in small. */
@NullMarked
package dev.cutoff.local.proof;

import org.jspecify.annotations.NullMarked;
