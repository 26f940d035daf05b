/** What a bench has measured and a proof has found, for programs and for people. */
@NullMarked
package dev.cutoff.local.report;

import org.jspecify.annotations.NullMarked;
