package dev.cutoff.notification.page;

import org.jspecify.annotations.Nullable;

/**
 * A page as it is sent.
 *
 * @param status in the numbers of HTTP
 * @param language tag of the language
 * @param location where to look instead, from the address that was asked for; null if this is the page
 */
record Written(
        int status,
        @Nullable String language,
        String html,
        @Nullable String location) {}
