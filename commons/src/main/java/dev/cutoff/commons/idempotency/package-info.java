/** {@code Idempotency-Key}: a client that saw no answer may send the same request again. */
@NullMarked
package dev.cutoff.commons.idempotency;

import org.jspecify.annotations.NullMarked;
