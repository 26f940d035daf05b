package dev.cutoff.commons.problem;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** Answers OPTIONS with what may be done at this very address (RFC 9110, section 9.3.7). It says no more than the contract, so to anybody. */
final class OptionsAnswer {

    private final AllowedMethods allowed;

    OptionsAnswer(AllowedMethods allowed) {
        this.allowed = allowed;
    }

    /**
     * @return null where something else is asked: then the request goes its way
     * @throws NotFoundException where nothing is at the address
     */
    @ServerRequestFilter(preMatching = true)
    @Nullable Response answer(ContainerRequestContext request) {
        if (!HttpMethod.OPTIONS.equals(request.getMethod())) {
            return null;
        }
        return allowed.at(request.getUriInfo().getPath())
                .map(methods ->
                        Response.noContent().header(HttpHeaders.ALLOW, methods).build())
                .orElseThrow(NotFoundException::new);
    }
}
