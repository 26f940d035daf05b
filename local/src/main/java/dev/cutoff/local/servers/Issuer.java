package dev.cutoff.local.servers;

import com.nimbusds.oauth2.sdk.TokenRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.token.OAuth2TokenCallback;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;

/**
 * An OIDC issuer that gives whoever asks the token that they ask for. It listens on loopback only, and the services trust it by the
 * same configuration as any other.
 */
final class Issuer {

    /** The issuer's name, the last part of its URL. */
    static final String NAME = "cutoff";

    private final MockOAuth2Server server = new MockOAuth2Server(
            new OAuth2Config(false, null, null, false, new OAuth2TokenProvider(), Set.of(new WhatWasAskedFor())));
    private final int port;

    Issuer(int port) {
        this.port = port;
    }

    void start() {
        try {
            server.start(InetAddress.getByName("127.0.0.1"), port);
        } catch (UnknownHostException e) {
            throw new UncheckedIOException(e);
        }
    }

    void stop() {
        server.shutdown();
    }

    /**
     * Claims from the form of the request: {@code role}, {@code tenants} separated by commas, and {@code subject}. The services send
     * none of these; they are what they are in production: role service, all tenants.
     */
    private static final class WhatWasAskedFor implements OAuth2TokenCallback {

        private static final long EIGHT_HOURS = 8 * 60 * 60;

        @Override
        public String issuerId() {
            return NAME;
        }

        @Override
        public String subject(TokenRequest request) {
            var client = request.getClientAuthentication() != null
                    ? request.getClientAuthentication().getClientID()
                    : request.getClientID();
            return field(request, "subject", client == null ? "somebody" : client.getValue());
        }

        @Override
        public String typeHeader(TokenRequest request) {
            return "JWT";
        }

        @Override
        public List<String> audience(TokenRequest request) {
            return List.of("cutoff");
        }

        @Override
        public Map<String, Object> addClaims(TokenRequest request) {
            return Map.of(
                    "roles", List.of(field(request, "role", "service")),
                    "tenants", List.of(field(request, "tenants", "*").split(",")));
        }

        @Override
        public long tokenExpiry() {
            return EIGHT_HOURS;
        }

        private static String field(TokenRequest request, String name, String otherwise) {
            try {
                var form = request.toHTTPRequest().getBodyAsFormParameters();
                return form.getOrDefault(name, List.of(otherwise)).getFirst();
            } catch (com.nimbusds.oauth2.sdk.ParseException e) {
                throw new UncheckedIOException(new IOException(e));
            }
        }
    }
}
