/** A mail server of benches and proofs: fast, and as unreliable as it is told to be. */
@NullMarked
package dev.cutoff.local.sink;

import org.jspecify.annotations.NullMarked;
