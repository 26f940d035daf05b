package dev.cutoff.testing;

import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/** Tokens as the issuer would sign them. */
public final class Tokens {

    static final String KEY = "cutoff.test.issuer-key";

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
        return claims(role, Arrays.stream(tenants).map(UUID::toString).toList(), "cutoff")
                .claim("email", email)
                .sign(key());
    }

    /** Signs a token with this role and, as the claim of tenants, this list. */
    public static String token(String role, List<String> tenants) {
        return token(role, tenants, "cutoff");
    }

    private static String token(String role, List<String> tenants, String audience) {
        return claims(role, tenants, audience).sign(key());
    }

    private static JwtClaimsBuilder claims(String role, List<String> tenants, String audience) {
        return Jwt.issuer("https://issuer.test")
                .subject(role + "@test")
                .audience(audience)
                .claim("roles", List.of(role))
                .claim("tenants", tenants)
                .expiresIn(Duration.ofHours(1));
    }

    private static PrivateKey key() {
        try {
            var encoded = Base64.getDecoder().decode(System.getProperty(KEY));
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
