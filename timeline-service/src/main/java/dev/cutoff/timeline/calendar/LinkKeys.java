package dev.cutoff.timeline.calendar;

import dev.cutoff.commons.problem.Refusal;
import dev.cutoff.commons.security.LinkToken;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.UUID;

/** Signs the addresses of calendars and checks them; one key for all. */
@Singleton
class LinkKeys {

    private static final String ISSUER = "urn:cutoff:timeline";
    private static final String PURPOSE = "calendar";

    private final CalendarLinkStore store;

    LinkKeys(CalendarLinkStore store) {
        this.store = store;
    }

    /** Call it in a transaction. */
    String sign(UUID link, Instant expiresAt) {
        return LinkToken.sign(secret(), PURPOSE, ISSUER, PURPOSE, link, expiresAt);
    }

    /**
     * Call it in a transaction.
     *
     * @throws Refusal 404 if the key is not ours, not for this link, or over: whoever guesses learns nothing
     */
    void require(UUID link, String key) {
        if (!LinkToken.read(secret(), ISSUER, PURPOSE, key).equals(new LinkToken.Reading.Valid(link))) {
            throw Refusal.notFound("Calendar link", link);
        }
    }

    private String secret() {
        return store.secret(LinkToken.freshSecret());
    }
}
