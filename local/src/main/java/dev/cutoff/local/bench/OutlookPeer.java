package dev.cutoff.local.bench;

import dev.cutoff.local.home.Failure;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** Asks timeline for the outlook of a tenant, over a connection that is kept. */
final class OutlookPeer implements Peer {

    private final URI timeline;
    private final String token;

    OutlookPeer(URI timeline, String token) {
        this.timeline = timeline;
        this.token = token;
    }

    @Override
    public int ask(String tenant) {
        try {
            var address = timeline.resolve("/v1/tenants/" + tenant + "/outlook");
            var connection = (HttpURLConnection) address.toURL().openConnection();
            connection.setRequestProperty("Authorization", "Bearer " + token);
            if (connection.getResponseCode() != 200) {
                throw new Failure("%s was answered with %d.".formatted(address, connection.getResponseCode()));
            }
            try (var body = connection.getInputStream()) {
                return body.readAllBytes().length;
            }
        } catch (IOException e) {
            throw new Failure("Timeline does not answer (" + e.getMessage() + ").", e);
        }
    }

    @Override
    public void close() {
        // The connections are the JVM's own, and it closes them.
    }
}
