/** What a notice tells, put together from its reminders and from what they were planned on. */
@NullMarked
package dev.cutoff.notification.digest;

import org.jspecify.annotations.NullMarked;
