package dev.cutoff.inventory.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cutoff.commons.json.MergePatch;
import dev.cutoff.commons.precondition.Versioned;
import dev.cutoff.commons.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** One client. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Clients")
class ClientResource {

    private final Clients clients;

    ClientResource(Clients clients) {
        this.clients = clients;
    }

    @GET
    @Path("clients/{id}")
    @RolesAllowed({Roles.VIEWER, Roles.OPERATOR, Roles.ADMIN, Roles.SERVICE})
    @Operation(
            operationId = "getClient",
            summary = "Read a client",
            description = "The client with its version as ETag.")
    @APIResponse(
            responseCode = "200",
            description = "The client",
            content = @Content(schema = @Schema(implementation = Client.class)))
    @APIResponse(responseCode = "304", description = "The caller has this version already")
    public Response get(
            @Parameter(description = "Id of the client", example = "0f0d5d1e-6f3a-8c55-9a57-5f8a4f0f6a11")
                    @PathParam("id")
                    UUID id,
            @Context Request request) {
        var client = clients.get(id);
        return Versioned.answer(request, client, client.version());
    }

    @PATCH
    @Path("clients/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RolesAllowed({Roles.OPERATOR, Roles.ADMIN})
    @Operation(
            operationId = "patchClient",
            summary = "Change a client",
            description =
                    "A JSON merge patch (RFC 7396): an absent field keeps, null clears. What is set here, no source and no evidence"
                            + " overwrites: an upsert lists it under `ignoredFields`. A status moves on the way from discovered to"
                            + " verified, steps may be skipped; 409 says which can be reached instead.")
    @RequestBody(
            required = true,
            content =
                    @Content(mediaType = MergePatch.MEDIA_TYPE, schema = @Schema(implementation = ClientContent.class)))
    @APIResponse(
            responseCode = "200",
            description = "The client as it is now",
            content = @Content(schema = @Schema(implementation = Client.class)))
    @APIResponse(responseCode = "409", ref = "Conflict")
    @APIResponse(responseCode = "412", ref = "PreconditionFailed")
    @APIResponse(responseCode = "428", ref = "PreconditionRequired")
    public Response patch(
            @Parameter(description = "Id of the client", example = "0f0d5d1e-6f3a-8c55-9a57-5f8a4f0f6a11")
                    @PathParam("id")
                    UUID id,
            @Parameter(description = "ETag of the version that the change is based on", example = "\"3\"")
                    @HeaderParam(HttpHeaders.IF_MATCH)
                    @Nullable String ifMatch,
            @Parameter(description = "Why, for the audit trail", example = "CHG0031337")
                    @QueryParam("reason")
                    @Size(max = 500) @Nullable String reason,
            @NotNull JsonNode body) {
        var client = clients.patch(id, ifMatch, body, reason);
        return Response.ok(client).tag(Versioned.tag(client.version())).build();
    }
}
