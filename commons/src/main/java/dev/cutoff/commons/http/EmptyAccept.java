package dev.cutoff.commons.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Takes an Accept that names nothing, which RFC 9110 allows, as one that takes anything; the framework fails to parse it. */
final class EmptyAccept {

    @ServerRequestFilter(preMatching = true)
    void readAsAnything(ContainerRequestContext request) {
        var accept = request.getHeaders().get(HttpHeaders.ACCEPT);
        if (accept != null
                && accept.stream().allMatch(value -> value.replace(',', ' ').isBlank())) {
            // Not removed: the framework would then read the header that was sent.
            request.getHeaders().putSingle(HttpHeaders.ACCEPT, MediaType.WILDCARD);
        }
    }
}
