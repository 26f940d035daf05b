/** A mail to oneself, to see whether it arrives and how a transport is set up. No notice, and in no ledger. */
@NullMarked
package dev.cutoff.notification.testmail;

import org.jspecify.annotations.NullMarked;
