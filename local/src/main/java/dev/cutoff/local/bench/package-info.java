/** Benches: what the product costs against something that does the same without it, on the same machine in the same run. */
@NullMarked
package dev.cutoff.local.bench;

import org.jspecify.annotations.NullMarked;
