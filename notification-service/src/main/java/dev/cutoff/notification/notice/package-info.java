/**
 * One mail to one person on one day.
 *
 * <p>{@link Gathering} puts together what is due; {@link Outgoing} hands it to the sender under a lease and notes what became of it;
 * {@link Notices} and {@link Deliveries} show it.
 */
@NullMarked
package dev.cutoff.notification.notice;

import org.jspecify.annotations.NullMarked;
