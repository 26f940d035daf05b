package dev.cutoff.commons.security;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.auth.principal.DefaultJWTParser;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.ParseException;
import io.smallrye.jwt.build.Jwt;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.ErrorCodes;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.lang.JoseException;

/**
 * Tokens in the addresses of links: each for one subject, one purpose and until an end. They are signed with a key of our own and no
 * issuer's, so no endpoint takes one for the token of a person, nor the other way round.
 */
public final class LinkToken {

    /** What a token turns out to be. */
    public sealed interface Reading {

        /** It opens what it names. */
        record Valid(UUID subject) implements Reading {}

        /** It was ours, and is over. */
        record Expired(UUID subject) implements Reading {}

        /** Forged, of another key, or for another purpose. */
        record Foreign() implements Reading {}
    }

    private static final int KEY_BYTES = 32;
    private static final Reading FOREIGN = new Reading.Foreign();

    private LinkToken() {}

    /** A new secret, as a database keeps it. */
    public static String freshSecret() {
        var fresh = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(fresh);
        return Base64.getEncoder().encodeToString(fresh);
    }

    /**
     * @param secret as {@link #freshSecret()} made it
     * @param keyId which secret that is, for who has several
     */
    public static String sign(
            String secret, String keyId, String issuer, String purpose, UUID subject, Instant expiresAt) {
        return Jwt.issuer(issuer)
                .audience(purpose)
                .subject(subject.toString())
                .expiresAt(expiresAt)
                .jws()
                .keyId(keyId)
                .sign(key(secret));
    }

    /** Which secret a token says that it is signed with; nothing is proven by that. */
    public static Optional<String> keyId(String token) {
        try {
            return Optional.ofNullable(
                    ((JsonWebSignature) JsonWebSignature.fromCompactSerialization(token)).getKeyIdHeaderValue());
        } catch (JoseException | ClassCastException e) {
            return Optional.empty();
        }
    }

    public static Reading read(String secret, String issuer, String purpose, String token) {
        var expected = new JWTAuthContextInfo();
        expected.setIssuedBy(issuer);
        expected.setExpectedAudience(Set.of(purpose));
        expected.setSignatureAlgorithm(Set.of(SignatureAlgorithm.HS256));
        try {
            return new Reading.Valid(UUID.fromString(
                    new DefaultJWTParser(expected).verify(token, key(secret)).getSubject()));
        } catch (ParseException e) {
            return e.getCause() instanceof InvalidJwtException invalid ? expired(invalid) : FOREIGN;
        } catch (IllegalArgumentException e) {
            return FOREIGN;
        }
    }

    /** The signature is checked first: what is only over was ours. */
    private static Reading expired(InvalidJwtException invalid) {
        var isOnlyOver =
                invalid.getErrorDetails().stream().allMatch(error -> error.getErrorCode() == ErrorCodes.EXPIRED);
        if (!invalid.hasExpired() || !isOnlyOver) {
            return FOREIGN;
        }
        try {
            return new Reading.Expired(
                    UUID.fromString(invalid.getJwtContext().getJwtClaims().getSubject()));
        } catch (MalformedClaimException | IllegalArgumentException e) {
            return FOREIGN;
        }
    }

    private static SecretKey key(String secret) {
        return new SecretKeySpec(Base64.getDecoder().decode(secret), "HmacSHA256");
    }
}
