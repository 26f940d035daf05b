package dev.cutoff.notification.reach;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mail that did not arrive.
 *
 * @param person lower-cased mail address
 * @param noticeId the mail, if it is known which
 * @param attempt at which it failed; null where the mail is not known
 * @param status enhanced status code of RFC 3463, such as 5.1.1; null if none was given
 * @param diagnostic what the mail server said, cut short; null if it said nothing
 * @param at when, in the time of the business
 */
public record Bounced(
        String person,
        @Nullable UUID noticeId,
        @Nullable Integer attempt,
        BounceKind kind,
        BounceSource source,
        @Nullable String status,
        @Nullable String diagnostic,
        Instant at) {

    private static final int LONGEST_DIAGNOSTIC = 500;

    public Bounced {
        diagnostic = diagnostic == null || diagnostic.length() <= LONGEST_DIAGNOSTIC
                ? diagnostic
                : diagnostic.substring(0, LONGEST_DIAGNOSTIC) + "...";
    }
}
