package dev.cutoff.testing;

import io.smallrye.jwt.build.Jwt;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Tokens as the issuer would sign them. Who asks for the same again is given the same, as by an issuer's client that keeps a token until it
 * expires: to sign one takes longer than most requests that carry it.
 */
public final class Tokens {

    static final String KEY = "cutoff.test.issuer-key";

    /** Longer than any run of tests, so that none that is kept has expired. */
    private static final Duration VALIDITY = Duration.ofHours(12);

    private record Asked(
            String key,
            String role,
            List<String> tenants,
            String audience,
            @Nullable String email) {}

    private static final Map<Asked, String> SIGNED = new ConcurrentHashMap<>();
    private static final Map<String, PrivateKey> KEYS = new ConcurrentHashMap<>();

    private Tokens() {}

    public static String viewer(UUID... tenants) {
        return token("viewer", tenants);
    }

    public static String operator(UUID... tenants) {
        return token("operator", tenants);
    }

    public static String admin(UUID... tenants) {
        return token("admin", tenants);
    }

    /** An administrator who sees every tenant. */
    public static String everything() {
        return token("admin", List.of("*"));
    }

    /** Another service of the suite, which sees every tenant. */
    public static String service() {
        return token("service", List.of("*"));
    }

    public static String token(String role, UUID... tenants) {
        return token(role, Arrays.stream(tenants).map(UUID::toString).toList());
    }

    /** A token that is right in all but whom it is for. */
    public static String withAudience(String audience) {
        return token("admin", List.of("*"), audience);
    }

    /** A token that also says the mail address of whom it is for. */
    public static String addressed(String role, String email, UUID... tenants) {
        return signed(role, Arrays.stream(tenants).map(UUID::toString).toList(), "cutoff", email);
    }

    /** Signs a token with this role and, as the claim of tenants, this list. */
    public static String token(String role, List<String> tenants) {
        return token(role, tenants, "cutoff");
    }

    private static String token(String role, List<String> tenants, String audience) {
        return signed(role, tenants, audience, null);
    }

    private static String signed(String role, List<String> tenants, String audience, @Nullable String email) {
        return SIGNED.computeIfAbsent(
                new Asked(System.getProperty(KEY), role, List.copyOf(tenants), audience, email), Tokens::sign);
    }

    private static String sign(Asked asked) {
        var claims = Jwt.issuer("https://issuer.test")
                .subject(asked.role() + "@test")
                .audience(asked.audience())
                .claim("roles", List.of(asked.role()))
                .claim("tenants", asked.tenants())
                .expiresIn(VALIDITY);
        if (asked.email() != null) {
            claims.claim("email", asked.email());
        }
        return claims.sign(KEYS.computeIfAbsent(asked.key(), Tokens::key));
    }

    private static PrivateKey key(String encoded) {
        try {
            return KeyFactory.getInstance("RSA")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(encoded)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
