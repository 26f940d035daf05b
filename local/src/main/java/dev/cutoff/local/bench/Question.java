package dev.cutoff.local.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Something that callers ask of one tenant, in two languages.
 *
 * @param name in one word
 * @param path of the API, {@code %s} for the tenant
 */
enum Question {
    PAGE("page", "/v1/clients?tenant=%s&protocol=imap&authMethod=basic"),
    SUMMARY("summary", "/v1/usages/summary?tenant=%s&groupBy=protocol,authMethod");

    private final String title;
    private final String path;

    Question(String title, String path) {
        this.title = title;
        this.path = path;
    }

    String title() {
        return title;
    }

    String path(String tenant) {
        return path.formatted(tenant);
    }

    /** What the service asks PostgreSQL; the tenant is the only parameter. */
    String sql() {
        try (var resource = Question.class.getResourceAsStream("/bench/" + title + ".sql")) {
            if (resource == null) {
                throw new IllegalStateException("The SQL of " + title + " is not in the jar");
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
