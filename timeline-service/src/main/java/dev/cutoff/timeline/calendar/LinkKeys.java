package dev.cutoff.timeline.calendar;

import dev.cutoff.commons.problem.Refusal;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.auth.principal.DefaultJWTParser;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.ParseException;
import io.smallrye.jwt.build.Jwt;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;
import java.util.UUID;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs the addresses of calendars and checks them. Each names one link, one purpose and an end; the key is our own and no issuer's, so no
 * endpoint takes it for a token of a person, nor the other way round.
 */
@Singleton
class LinkKeys {

    private static final String ISSUER = "urn:cutoff:timeline";
    private static final String PURPOSE = "calendar";
    private static final int KEY_BYTES = 32;

    private final CalendarLinkStore store;

    LinkKeys(CalendarLinkStore store) {
        this.store = store;
    }

    /** Call it in a transaction. */
    String sign(UUID link, Instant expiresAt) {
        return Jwt.issuer(ISSUER)
                .audience(PURPOSE)
                .subject(link.toString())
                .expiresAt(expiresAt)
                .sign(key());
    }

    /**
     * Call it in a transaction.
     *
     * @throws Refusal 404 if the key is not ours, not for this link, or over: whoever guesses learns nothing
     */
    void require(UUID link, String key) {
        var expected = new JWTAuthContextInfo();
        expected.setIssuedBy(ISSUER);
        expected.setExpectedAudience(Set.of(PURPOSE));
        expected.setSignatureAlgorithm(Set.of(SignatureAlgorithm.HS256));
        try {
            if (new DefaultJWTParser(expected).verify(key, key()).getSubject().equals(link.toString())) {
                return;
            }
        } catch (ParseException e) {
            // One answer for everything that is no key.
        }
        throw Refusal.notFound("Calendar link", link);
    }

    private SecretKey key() {
        var fresh = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(fresh);
        var secret = store.secret(Base64.getEncoder().encodeToString(fresh));
        return new SecretKeySpec(Base64.getDecoder().decode(secret), "HmacSHA256");
    }
}
