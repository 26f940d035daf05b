/**
 * What the last plan of a tenant was made from: its cutoffs and the clients that they touch. Mails are written from these, so sending
 * needs no other service, and text and plan cannot differ.
 */
@NullMarked
package dev.cutoff.notification.affected;

import org.jspecify.annotations.NullMarked;
