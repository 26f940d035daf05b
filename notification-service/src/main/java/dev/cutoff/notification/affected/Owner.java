package dev.cutoff.notification.affected;

import org.jspecify.annotations.Nullable;

/**
 * Who stands in for an owner.
 *
 * @param email of the owner, in lower case
 * @param deputyEmail in lower case; null if there is none
 * @param deputyLocale null if none is known
 */
public record Owner(
        String email,
        @Nullable String deputyEmail,
        @Nullable String deputyLocale) {}
