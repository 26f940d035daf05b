package dev.cutoff.local.client;

import dev.cutoff.local.home.Failure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON over HTTP/1.1. What a service refuses becomes a {@link Failure} with the words of its problem. */
public final class Http {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int UNAVAILABLE = 503;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final @Nullable String token;

    private final Patience patience;

    private Http(@Nullable String token, Patience patience) {
        this.token = token;
        this.patience = patience;
    }

    public static Http anonymous() {
        return new Http(null, Patience.NONE);
    }

    public static Http with(String token) {
        return new Http(token, Patience.NONE);
    }

    /** The same, asking again where nobody answers: so a body is sent only where sending it twice does what sending it once does. */
    public Http patient(Patience patience) {
        return new Http(token, patience);
    }

    public JsonNode get(URI address) {
        return send(HttpRequest.newBuilder(address).timeout(Duration.ofMinutes(1)));
    }

    /** No time limit: a service may have years of work to do before it answers. */
    public JsonNode put(URI address, String json) {
        return send(HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(json)));
    }

    public JsonNode post(URI address, String mediaType, BodyPublisher body) {
        return send(HttpRequest.newBuilder(address)
                .header("Content-Type", mediaType)
                .POST(body));
    }

    /** Like {@link #post}, for one who wants to know why not. Carries a key, so that asking again does nothing twice. */
    public Answer ask(URI address, String json) {
        return exchange(HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    /** A resource in another form than JSON. */
    public String text(URI address, String mediaType) {
        var request = HttpRequest.newBuilder(address).header("Accept", mediaType);
        return fetch(authorized(request)).body();
    }

    private JsonNode send(HttpRequest.Builder request) {
        var answer = exchange(request);
        if (answer.isRefusal()) {
            var whole = request.build();
            throw new Failure("%s %s was refused with %d: %s"
                    .formatted(
                            whole.method(),
                            whole.uri(),
                            answer.status(),
                            answer.body().path("title").asString("no reason given") + ". " + answer.reason()
                                    + answer.more()));
        }
        return answer.body();
    }

    private Answer exchange(HttpRequest.Builder request) {
        var answer = fetch(authorized(request));
        return new Answer(answer.statusCode(), read(answer.body()));
    }

    private HttpRequest authorized(HttpRequest.Builder request) {
        return token == null
                ? request.build()
                : request.setHeader("Authorization", "Bearer " + token).build();
    }

    private HttpResponse<String> fetch(HttpRequest whole) {
        try {
            var wait = patience.with(whole.uri());
            while (true) {
                try {
                    var response = client.send(whole, BodyHandlers.ofString());
                    if (response.statusCode() != UNAVAILABLE || !wait.again()) {
                        return response;
                    }
                } catch (IOException e) {
                    if (!wait.again()) {
                        throw noAnswer(whole, e);
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("Interrupted.", e);
        }
    }

    private static Failure noAnswer(HttpRequest whole, IOException why) {
        var reason = why.getMessage() == null ? "no connection" : why.getMessage();
        return new Failure(
                "%s does not answer (%s); ./cutoff status says what runs."
                        .formatted(whole.uri().resolve("/"), reason),
                why);
    }

    private static JsonNode read(String body) {
        try {
            return body.isBlank() ? JSON.nullNode() : JSON.readTree(body);
        } catch (JacksonException e) {
            return JSON.getNodeFactory().stringNode(body);
        }
    }
}
