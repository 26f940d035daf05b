package dev.cutoff.notification.testmail;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** What the caller's token says of their mail address. */
@ApplicationScoped
class OwnAddress {

    private final SecurityIdentity identity;
    private final List<String> claims;

    /** @param claims Keycloak: {@code email}. Entra ID: {@code email} or {@code preferred_username}, and {@code upn} in older tokens. */
    OwnAddress(
            SecurityIdentity identity,
            @ConfigProperty(name = "cutoff.security.email-claims", defaultValue = "email,preferred_username,upn")
                    List<String> claims) {
        this.identity = identity;
        this.claims = claims;
    }

    /** The surest first. */
    List<String> addresses() {
        return identity.getPrincipal() instanceof JsonWebToken token
                ? claims.stream()
                        .flatMap(claim -> Stream.ofNullable(token.<Object>getClaim(claim)))
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .filter(text -> text.length() <= 254 && text.matches("[^\\s@<>\"]+@[^\\s@<>\"]+"))
                        .distinct()
                        .toList()
                : List.of();
    }
}
