/** For tests only. What all three services are tested with: a real database, signed tokens, the contract, the architecture. */
@NullMarked
package dev.cutoff.testing;

import org.jspecify.annotations.NullMarked;
