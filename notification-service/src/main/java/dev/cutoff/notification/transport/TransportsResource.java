package dev.cutoff.notification.transport;

import dev.cutoff.commons.page.CsvPages;
import dev.cutoff.commons.page.NdjsonPages;
import dev.cutoff.commons.page.Page;
import dev.cutoff.commons.page.Paging;
import dev.cutoff.commons.page.Shelf;
import dev.cutoff.commons.problem.Refusal;
import dev.cutoff.commons.security.Callers;
import dev.cutoff.commons.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The ways on which mail leaves, and whether they are open. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Transports", description = "The ways on which mail leaves")
class TransportsResource {

    private final Transports transports;
    private final Preflight preflight;
    private final Callers callers;

    TransportsResource(Transports transports, Preflight preflight, Callers callers) {
        this.transports = transports;
        this.preflight = preflight;
        this.callers = callers;
    }

    @GET
    @Path("transports")
    @Produces({MediaType.APPLICATION_JSON, CsvPages.MEDIA_TYPE, NdjsonPages.MEDIA_TYPE})
    @RolesAllowed({Roles.VIEWER, Roles.OPERATOR, Roles.ADMIN, Roles.SERVICE})
    @Operation(
            operationId = "listTransports",
            summary = "List the ways on which mail leaves",
            description =
                    "As they are configured, and what the last look at each came to: whether the mail server answers, is secured and accepts"
                            + " us, and whether its vendor retires this very way. Looked at when the service starts and every ten minutes.")
    @APIResponse(responseCode = "200", description = "All of them")
    public Page<TransportView> list(@BeanParam @Valid Paging paging) {
        var scope = callers.scope();
        return Shelf.page("transports", transports.all(), Transport::name, paging)
                .map(way -> TransportView.of(way, preflight.of(way).orElse(null), scope));
    }

    @POST
    @Path("transports/{name}:check")
    @RolesAllowed({Roles.OPERATOR, Roles.ADMIN})
    @Operation(
            operationId = "checkTransport",
            summary = "Look now whether a way is open",
            description = "Connects to the mail server as for a mail, logs in, and sends nothing.")
    @APIResponse(responseCode = "200", description = "The transport, and what the look came to")
    public TransportView check(
            @Parameter(description = "Name of the transport", example = "default") @PathParam("name") String name) {
        var way = transports.find(name).orElseThrow(() -> Refusal.notFound("Transport", name));
        return TransportView.of(way, preflight.look(way), callers.scope());
    }
}
