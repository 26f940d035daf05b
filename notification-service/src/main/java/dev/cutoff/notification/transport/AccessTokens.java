package dev.cutoff.notification.transport;

import io.quarkus.oidc.client.OidcClient;
import io.quarkus.oidc.client.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Access tokens for a mailbox, from an OIDC client by client credentials; each is used until shortly before it expires. Real time. */
final class AccessTokens {

    /** What a caller finds who needs a token and gets none. */
    static final class Unavailable extends RuntimeException {
        Unavailable(Throwable cause) {
            super("The issuer gives no access token", cause);
        }
    }

    /** Longer than a login takes; the issuer's clock may be ahead of ours besides. */
    private static final Duration MARGIN = Duration.ofMinutes(2);

    private static final Duration LONGEST = Duration.ofSeconds(20);

    private final Supplier<OidcClient> client;
    private final InstantSource realTime;
    private @Nullable Tokens tokens;
    /** A token that was refused right after it was issued says that the next would be too. */
    private boolean isFresh;

    AccessTokens(Supplier<OidcClient> client, InstantSource realTime) {
        this.client = client;
        this.realTime = realTime;
    }

    /** @throws Unavailable if the issuer cannot be asked, or refuses */
    synchronized String current() {
        if (tokens == null || isNearlyExpired(tokens)) {
            tokens = ask();
            isFresh = true;
        } else {
            isFresh = false;
        }
        return tokens.getAccessToken();
    }

    /** @return whether it was an old one, so that a new one may do better */
    synchronized boolean discard() {
        tokens = null;
        return !isFresh;
    }

    private Tokens ask() {
        try {
            return client.get().getTokens().await().atMost(LONGEST);
        } catch (RuntimeException e) {
            throw new Unavailable(e);
        }
    }

    private boolean isNearlyExpired(Tokens known) {
        var expires = known.getAccessTokenExpiresAt();
        return expires != null && realTime.instant().plus(MARGIN).isAfter(Instant.ofEpochSecond(expires));
    }
}
