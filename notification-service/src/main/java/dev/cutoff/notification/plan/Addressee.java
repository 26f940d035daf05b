package dev.cutoff.notification.plan;

import dev.cutoff.notification.ladder.Reason;
import dev.cutoff.notification.reminder.Role;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is told.
 *
 * @param person lower-cased mail address
 * @param locale the person's language, else that of the policy
 * @param turn why it is their turn; null if they are the first in line, or hear of it beside others
 */
record Addressee(
        String person, Role role, String locale, @Nullable Reason turn) {

    Addressee(String person, Role role, String locale) {
        this(person, role, locale, null);
    }

    Addressee because(@Nullable Reason reason) {
        return new Addressee(person, role, locale, reason);
    }
}
