package dev.cutoff.commons.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.security.credential.TokenCredential;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.UUID;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.Test;

class VerifiedTokensTest {

    private static final Instant START = Instant.parse("2026-11-26T12:00:00Z");

    /** With the priority that a provider has who says nothing of it, as the one that verifies does. */
    private static final class LikeAnyOther implements IdentityProvider<TokenAuthenticationRequest> {

        @Override
        public Class<TokenAuthenticationRequest> getRequestType() {
            return TokenAuthenticationRequest.class;
        }

        @Override
        public Uni<SecurityIdentity> authenticate(
                TokenAuthenticationRequest request, AuthenticationRequestContext context) {
            return Uni.createFrom().nullItem();
        }
    }

    private final UUID tenant = UUID.fromString("8bb6f14a-714e-4fdc-89f6-05418818a00b");
    private Instant now = START;
    private final VerifiedTokens tokens = new VerifiedTokens("tenants", () -> now);

    /** As the provider that verifies makes it. */
    private SecurityIdentity verified(String token, Instant expiry) {
        var claims = new JwtClaims();
        claims.setSubject("operator");
        claims.setStringClaim("tenants", tenant.toString());
        claims.setExpirationTime(NumericDate.fromSeconds(expiry.getEpochSecond()));
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new DefaultJWTCallerPrincipal(claims))
                .addRole("operator")
                .addCredential(new TokenCredential(token, "bearer"))
                .addAttribute("request", "of the first caller")
                .build();
    }

    @Test
    void a_token_counts_for_a_minute_after_it_was_verified() {
        tokens.remembered(verified("a.b.c", START.plusSeconds(3600)));

        assertThat(tokens.known("a.b.d")).isNull();
        now = START.plusSeconds(59);
        assertThat(tokens.known("a.b.c")).isNotNull();
        now = START.plusSeconds(60);
        assertThat(tokens.known("a.b.c")).isNull();
    }

    @Test
    void it_is_asked_before_the_token_is_verified() {
        assertThat(tokens.priority()).isGreaterThan(new LikeAnyOther().priority());
    }

    @Test
    void a_token_counts_no_longer_than_it_says_itself() {
        tokens.remembered(verified("a.b.c", START.plusSeconds(20)));

        now = START.plusSeconds(20);
        assertThat(tokens.known("a.b.c")).isNull();
    }

    @Test
    void what_is_remembered_is_who_calls_and_nothing_of_the_request() {
        var remembered = tokens.remembered(verified("a.b.c", START.plusSeconds(3600)));

        assertThat(remembered.getPrincipal().getName()).isEqualTo("operator");
        assertThat(remembered.getRoles()).containsExactly("operator");
        assertThat(remembered.getAttributes().keySet()).containsExactly(VerifiedTokens.SCOPE);
        TenantScope scope = remembered.getAttribute(VerifiedTokens.SCOPE);
        assertThat(scope.sees(tenant)).isTrue();
        assertThat(tokens.remembered(remembered)).as("the same from then on").isSameAs(remembered);
    }

    @Test
    void many_tokens_do_not_fill_the_memory() {
        for (var i = 0; i < 3000; i++) {
            tokens.remembered(verified("a.b." + i, START.plusSeconds(3600)));
        }
        assertThat(tokens.known("a.b.999")).isNotNull();
        assertThat(tokens.known("a.b.1000")).isNull();

        now = START.plusSeconds(61);
        tokens.remembered(verified("a.b.c", START.plusSeconds(3600)));
        assertThat(tokens.known("a.b.c")).isNotNull();
    }
}
