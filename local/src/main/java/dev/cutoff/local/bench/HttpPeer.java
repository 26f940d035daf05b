package dev.cutoff.local.bench;

import dev.cutoff.local.home.Failure;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * The API over a connection that is kept. With {@link HttpURLConnection}, because {@code java.net.http} hands each answer through two more
 * threads, and on a small machine the asker's work would be counted as the service's.
 */
final class HttpPeer implements Peer {

    private final URI service;
    private final Question question;
    private final String token;

    HttpPeer(URI service, Question question, String token) {
        this.service = service;
        this.question = question;
        this.token = token;
    }

    @Override
    public int ask(String tenant) {
        return get(question.path(tenant)).length;
    }

    byte[] get(String path) {
        try {
            var connection = (HttpURLConnection) service.resolve(path).toURL().openConnection();
            connection.setRequestProperty("Authorization", "Bearer " + token);
            if (connection.getResponseCode() != 200) {
                throw new Failure("%s was answered with %d: %s"
                        .formatted(
                                path,
                                connection.getResponseCode(),
                                new String(connection.getErrorStream().readAllBytes(), StandardCharsets.UTF_8)));
            }
            try (var body = connection.getInputStream()) {
                return body.readAllBytes();
            }
        } catch (IOException e) {
            throw new Failure("Inventory does not answer (" + e.getMessage() + ").", e);
        }
    }

    @Override
    public void close() {
        // The connections are the JVM's own, and it closes them.
    }
}
