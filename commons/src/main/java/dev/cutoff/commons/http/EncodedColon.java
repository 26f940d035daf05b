package dev.cutoff.commons.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.net.URI;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Reads {@code %3A} as the colon that it is: some clients encode it in {@code /v1/tenants:upsert}. */
final class EncodedColon {

    @ServerRequestFilter(preMatching = true)
    void readColon(ContainerRequestContext request) {
        var uri = request.getUriInfo().getRequestUri();
        var path = uri.getRawPath();
        if (path.contains("%3A") || path.contains("%3a")) {
            var plain = path.replace("%3A", ":").replace("%3a", ":");
            request.setRequestUri(URI.create(uri.toString().replace(path, plain)));
        }
    }
}
