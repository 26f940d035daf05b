package dev.cutoff.inventory.client;

import dev.cutoff.commons.audit.HistoryEntry;
import dev.cutoff.commons.page.CsvPages;
import dev.cutoff.commons.page.NdjsonPages;
import dev.cutoff.commons.page.Page;
import dev.cutoff.commons.page.Paging;
import dev.cutoff.commons.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How a client came to be what it is. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Clients")
class ClientTrailResource {

    private final Clients clients;
    private final OwnerExplanations explanations;

    ClientTrailResource(Clients clients, OwnerExplanations explanations) {
        this.clients = clients;
        this.explanations = explanations;
    }

    @GET
    @Path("clients/{id}/history")
    @Produces({MediaType.APPLICATION_JSON, CsvPages.MEDIA_TYPE, NdjsonPages.MEDIA_TYPE})
    @RolesAllowed({Roles.VIEWER, Roles.OPERATOR, Roles.ADMIN, Roles.SERVICE})
    @Operation(
            operationId = "listClientHistory",
            summary = "Read what happened to a client",
            description =
                    "Every change with who, when, what, before, after and why, the oldest first; `sort=-at` for the newest. Also of a"
                            + " client that is gone. What evidence discovered begins with the entry of its import, which all clients of that"
                            + " import share: `after.discoveredIn` is the import.")
    @APIResponse(responseCode = "200", description = "A page of changes")
    @APIResponse(
            responseCode = "301",
            description = "The client was found to be another: `Location` says where it is now")
    public Page<HistoryEntry> history(
            @Parameter(description = "Id of the client", example = "0f0d5d1e-6f3a-8c55-9a57-5f8a4f0f6a11")
                    @PathParam("id")
                    UUID id,
            @BeanParam @Valid Paging paging) {
        return clients.history(id, paging);
    }

    @GET
    @Path("clients/{id}/owner-explanation")
    @RolesAllowed({Roles.VIEWER, Roles.OPERATOR, Roles.ADMIN, Roles.SERVICE})
    @Operation(
            operationId = "explainOwner",
            summary = "Say why somebody answers for a client",
            description =
                    "Everybody who could, in the order in which they count: whom the client names itself, then rules by account,"
                            + " pattern, department, location and domain. Of several rules of one kind counts the one for the"
                            + " client's earlier account, of patterns then the one with more characters.")
    @APIResponse(responseCode = "200", description = "The owner, why, and who would be next")
    @APIResponse(
            responseCode = "301",
            description = "The client was found to be another: `Location` says where it is now")
    public OwnerExplanation explain(
            @Parameter(description = "Id of the client", example = "0f0d5d1e-6f3a-8c55-9a57-5f8a4f0f6a11")
                    @PathParam("id")
                    UUID id) {
        return explanations.of(id);
    }
}
