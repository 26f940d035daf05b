package dev.cutoff.notification.affected;

import org.jspecify.annotations.Nullable;

/**
 * Who is in line behind an owner.
 *
 * @param email of the owner, in lower case
 * @param deputyEmail in lower case; null if there is none
 * @param deputyLocale null if none is known
 * @param managerEmail in lower case; null if there is none
 * @param managerLocale null if none is known
 */
public record Owner(
        String email,
        @Nullable String deputyEmail,
        @Nullable String deputyLocale,
        @Nullable String managerEmail,
        @Nullable String managerLocale) {}
