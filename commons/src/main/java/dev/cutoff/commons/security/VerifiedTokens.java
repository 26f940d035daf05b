package dev.cutoff.commons.security;

import io.quarkus.security.credential.TokenCredential;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * Verifies a token once, and not with each request that carries it: parsing and verifying took a sixth of what a page costs, and made half of
 * its garbage. What a token says cannot change; what can is the issuer's key, and a withdrawn one counts on for a minute at most.
 */
@Singleton
final class VerifiedTokens implements IdentityProvider<TokenAuthenticationRequest>, SecurityIdentityAugmentor {

    /** The scope of an identity, worked out once: a provider's token may list thousands of tenants. */
    static final String SCOPE = "cutoff.scope";

    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final int MOST = 1000;

    private record Verified(SecurityIdentity identity, Instant until) {}

    private final Map<String, Verified> tokens = new ConcurrentHashMap<>();
    private final String tenantsClaim;
    private final InstantSource time;

    /** Expiry is real time, whatever the simulated clock says. */
    @Inject
    VerifiedTokens(@ConfigProperty(name = "cutoff.security.tenants-claim") String tenantsClaim) {
        this(tenantsClaim, InstantSource.system());
    }

    VerifiedTokens(String tenantsClaim, InstantSource time) {
        this.tenantsClaim = tenantsClaim;
        this.time = time;
    }

    @Override
    public Class<TokenAuthenticationRequest> getRequestType() {
        return TokenAuthenticationRequest.class;
    }

    /** Before the provider that verifies. */
    @Override
    public int priority() {
        return Integer.MAX_VALUE;
    }

    /** Who has sent this token a moment ago; null leaves it to the provider that verifies. */
    @Override
    public Uni<SecurityIdentity> authenticate(
            TokenAuthenticationRequest request, AuthenticationRequestContext context) {
        return Uni.createFrom().item(known(request.getToken().getToken()));
    }

    @Nullable SecurityIdentity known(String token) {
        var verified = tokens.get(token);
        return verified != null && time.instant().isBefore(verified.until()) ? verified.identity() : null;
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        return Uni.createFrom().item(remembered(identity));
    }

    SecurityIdentity remembered(SecurityIdentity identity) {
        var credential = identity.getCredential(TokenCredential.class);
        if (credential == null
                || identity.getAttribute(SCOPE) != null
                || !(identity.getPrincipal() instanceof JsonWebToken token)) {
            return identity;
        }
        // Without the attributes of the one that was verified: they hold the request.
        var lasting = QuarkusSecurityIdentity.builder()
                .setPrincipal(token)
                .addRoles(identity.getRoles())
                .addCredential(credential)
                .addAttribute(SCOPE, Callers.scope(token.getClaim(tenantsClaim)))
                .build();
        remember(credential.getToken(), lasting, Instant.ofEpochSecond(token.getExpirationTime()));
        return lasting;
    }

    private void remember(String token, SecurityIdentity identity, Instant expiry) {
        var now = time.instant();
        if (tokens.size() >= MOST) {
            tokens.values().removeIf(known -> !now.isBefore(known.until()));
        }
        if (tokens.size() < MOST) {
            var longest = now.plus(LONGEST);
            tokens.put(token, new Verified(identity, expiry.isBefore(longest) ? expiry : longest));
        }
    }
}
