/**
 * Whom mail reaches. {@link Reach} takes note of bounces and answers the planner; {@link Recipients} shows what is known. A bounce that a
 * token reports counts for the tenants that it sees, so nobody can silence another tenant's people.
 */
@NullMarked
package dev.cutoff.notification.reach;

import org.jspecify.annotations.NullMarked;
