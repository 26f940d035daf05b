/** Points of the protocol at which a proof has the process end, to see what becomes of the mail. Refused in production. */
@NullMarked
package dev.cutoff.notification.failpoint;

import org.jspecify.annotations.NullMarked;
