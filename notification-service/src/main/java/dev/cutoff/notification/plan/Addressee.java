package dev.cutoff.notification.plan;

import dev.cutoff.notification.reminder.Role;

/**
 * Somebody who is told.
 *
 * @param person lower-cased mail address
 * @param locale the person's language, else that of the policy
 */
record Addressee(String person, Role role, String locale) {}
