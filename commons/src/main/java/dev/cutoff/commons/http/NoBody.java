package dev.cutoff.commons.http;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Takes a POST without a body as JSON that was left out: what may be left out then has its defaults, and what may not is 400. Otherwise it
 * would be 415 for the format of something that is not there, and whoever has nothing to say would have to send {@code {}}.
 */
final class NoBody {

    @ServerRequestFilter(preMatching = true)
    void readAsLeftOut(ContainerRequestContext request) {
        var headers = request.getHeaders();
        var isEmpty = headers.getFirst(HttpHeaders.CONTENT_LENGTH) == null && !headers.containsKey("Transfer-Encoding")
                || "0".equals(headers.getFirst(HttpHeaders.CONTENT_LENGTH));
        if (HttpMethod.POST.equals(request.getMethod()) && !headers.containsKey(HttpHeaders.CONTENT_TYPE) && isEmpty) {
            headers.putSingle(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON);
        }
    }
}
