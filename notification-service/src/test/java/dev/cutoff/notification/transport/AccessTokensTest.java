package dev.cutoff.notification.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.oidc.client.OidcClient;
import io.quarkus.oidc.client.Tokens;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AccessTokensTest {

    private Instant now = Instant.parse("2026-11-26T09:00:00Z");
    private final AccessTokens tokens = of(() -> now, Duration.ofMinutes(60), "first", "second", "third");

    @Test
    void a_token_serves_until_shortly_before_it_expires() {
        assertThat(tokens.current()).isEqualTo("first");
        now = now.plus(Duration.ofMinutes(57));
        assertThat(tokens.current()).isEqualTo("first");

        now = now.plus(Duration.ofSeconds(61));
        assertThat(tokens.current())
                .as("a login takes a moment, and clocks differ")
                .isEqualTo("second");
    }

    @Test
    void one_that_has_served_before_is_worth_another_try() {
        tokens.current();
        tokens.current();

        assertThat(tokens.discard()).isTrue();
        assertThat(tokens.current()).isEqualTo("second");
    }

    @Test
    void one_that_is_refused_at_once_is_not() {
        tokens.current();

        assertThat(tokens.discard()).isFalse();
        assertThat(tokens.current()).as("nor is it tried again").isEqualTo("second");
    }

    /** From an issuer that gives these, one after the other. */
    static AccessTokens of(InstantSource realTime, Duration lifetime, String... values) {
        var issuer = new Issuer(realTime, lifetime, new ArrayDeque<>(List.of(values)));
        return new AccessTokens(() -> issuer, realTime);
    }

    private record Issuer(InstantSource realTime, Duration lifetime, ArrayDeque<String> values) implements OidcClient {

        @Override
        public Uni<Tokens> getTokens(Map<String, String> parameters) {
            var expires = realTime.instant().plus(lifetime).getEpochSecond();
            return Uni.createFrom()
                    .item(new Tokens(values.remove(), expires, null, null, null, new JsonObject(), "mail"));
        }

        @Override
        public Uni<Tokens> refreshTokens(String refreshToken, Map<String, String> parameters) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Uni<Boolean> revokeAccessToken(String token, Map<String, String> parameters) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {}
    }
}
