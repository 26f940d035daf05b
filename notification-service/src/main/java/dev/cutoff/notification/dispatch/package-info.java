/** Whether mail may leave, for all tenants and for each: held until an administrator releases it, and paused at once by one call. */
@NullMarked
package dev.cutoff.notification.dispatch;

import org.jspecify.annotations.NullMarked;
