package dev.cutoff.inventory.client;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The old id of a merged client answers where it has gone, at whatever address below it. */
final class MovedClients {

    @ServerExceptionMapper
    Response moved(ClientMoved moved, UriInfo uri) {
        var address = uri.getRequestUri();
        var path = address.getRawPath()
                .replace(moved.from().toString(), moved.into().toString());
        var query = address.getRawQuery();
        return Response.status(Response.Status.MOVED_PERMANENTLY)
                .header(HttpHeaders.LOCATION, query == null ? path : path + "?" + query)
                .build();
    }
}
