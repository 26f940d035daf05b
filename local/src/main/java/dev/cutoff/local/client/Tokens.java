package dev.cutoff.local.client;

import dev.cutoff.local.home.Failure;
import dev.cutoff.local.suite.Suite;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** Bearer tokens from the issuer of local mode. */
public final class Tokens {

    private final Suite suite;

    public Tokens(Suite suite) {
        this.suite = suite;
    }

    /**
     * @param tenants ids separated by commas, or {@code *}
     * @param subject whom the audit trail will name
     */
    public String token(String role, String tenants, String subject) {
        if (suite.settings().token() != null) {
            return suite.settings().token();
        }
        if (suite.settings().issuerUrl() != null) {
            throw new Failure(
                    "Tokens come from CUTOFF_OIDC_URL: get one there, and set CUTOFF_TOKEN to use it with this command line.");
        }
        var form = Map.of(
                "grant_type",
                "client_credentials",
                "client_id",
                "cutoff-cli",
                "client_secret",
                "local",
                "role",
                role,
                "tenants",
                tenants,
                "subject",
                subject);
        var body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return Http.anonymous()
                .post(
                        URI.create(suite.addresses().issuer() + "/token"),
                        "application/x-www-form-urlencoded",
                        BodyPublishers.ofString(body))
                .path("access_token")
                .asString();
    }
}
