/**
 * How the mail about a tenant looks and whom it names: {@link Brandings} keeps what an administrator has set for each tenant. A tenant
 * without one, and a mail over tenants that differ, is in the suite's own neutral look.
 */
@NullMarked
package dev.cutoff.notification.branding;

import org.jspecify.annotations.NullMarked;
