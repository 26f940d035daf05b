package dev.cutoff.commons.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cutoff.commons.problem.Problem;
import dev.cutoff.commons.problem.ProblemType;
import dev.cutoff.commons.problem.Refusal;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Refuses what no resource could be asked: an address that is no URI, one that is too long, more headers than anybody needs. The server's
 * own limits, which answer without a body, lie beyond these.
 */
@Singleton
final class ReadableRequest {

    private static final ProblemType MALFORMED_ADDRESS =
            new ProblemType("malformed-address", 400, "The address is not a URI");
    private static final ProblemType ADDRESS_TOO_LONG =
            new ProblemType("address-too-long", 414, "The address is too long");
    private static final ProblemType HEADERS_TOO_LARGE =
            new ProblemType("headers-too-large", 431, "The headers are too large");

    /** Before everything else; authentication comes with 200. */
    private static final int FIRST = 1_000;

    /** What stands between name and value, and ends the line. */
    private static final int AROUND_A_HEADER = 4;

    private final ObjectMapper json;
    private final int longestAddress;
    private final int largestHeaders;

    ReadableRequest(
            ObjectMapper json,
            @ConfigProperty(name = "cutoff.http.max-address-length") int longestAddress,
            @ConfigProperty(name = "cutoff.http.max-header-size") int largestHeaders) {
        this.json = json;
        this.longestAddress = longestAddress;
        this.largestHeaders = largestHeaders;
    }

    void register(@Observes Filters filters) {
        filters.register(this::read, FIRST);
    }

    /** A path that cannot be decoded never comes as far as a filter: the router looks at it first. */
    void register(@Observes Router router) {
        router.errorHandler(
                MALFORMED_ADDRESS.status(),
                context -> malformed(context.request().uri())
                        .ifPresentOrElse(
                                refusal -> answer(context, refusal.problem()),
                                () -> context.response()
                                        .setStatusCode(MALFORMED_ADDRESS.status())
                                        .end()));
    }

    private void read(RoutingContext context) {
        refusal(context.request()).ifPresentOrElse(refusal -> answer(context, refusal.problem()), context::next);
    }

    private Optional<Refusal> refusal(HttpServerRequest request) {
        if (request.uri().length() > longestAddress) {
            return Optional.of(new Refusal(
                    ADDRESS_TOO_LONG,
                    "An address may have %d characters; this one has %d"
                            .formatted(longestAddress, request.uri().length())));
        }
        var headers = request.headers().entries().stream()
                .mapToInt(header -> header.getKey().length() + header.getValue().length() + AROUND_A_HEADER)
                .sum();
        return headers > largestHeaders
                ? Optional.of(new Refusal(
                        HEADERS_TOO_LARGE,
                        "The headers may have %d bytes; these have %d".formatted(largestHeaders, headers)))
                : malformed(request.uri());
    }

    private static Optional<Refusal> malformed(String address) {
        try {
            new URI(address);
            return Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.of(new Refusal(
                    MALFORMED_ADDRESS,
                    "From its character %d on: %% is followed by two hexadecimal digits, and what is no part of a URI is percent-encoded"
                            .formatted(e.getIndex() + 1)));
        }
    }

    private void answer(RoutingContext context, Problem problem) {
        context.request().resume();
        HttpServerResponse response = context.response();
        response.setStatusCode(problem.status());
        response.putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE);
        response.end(written(problem));
    }

    private String written(Problem problem) {
        try {
            return json.writeValueAsString(problem);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
