package dev.cutoff.inventory.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cutoff.commons.idempotency.Idempotent;
import dev.cutoff.commons.json.MergePatch;
import dev.cutoff.commons.precondition.Versioned;
import dev.cutoff.commons.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
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

    @Schema(name = "ClientMerge", description = "Which client is the same")
    record Merge(
            @NotNull @Schema(
                    description = "Id of the client that is the same; it answers where it has gone afterwards",
                    examples = "5b7e4c1a-97f0-8d3a-b1f2-6f0b2a9e4c11")
            UUID from) {}

    private final Clients clients;
    private final ClientEditing editing;
    private final ClientMerging merging;

    ClientResource(Clients clients, ClientEditing editing, ClientMerging merging) {
        this.clients = clients;
        this.editing = editing;
        this.merging = merging;
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
    @APIResponse(
            responseCode = "301",
            description = "The client was found to be another: `Location` says where it is now")
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
    @APIResponse(
            responseCode = "301",
            description = "The client was found to be another: `Location` says where it is now")
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
        var client = editing.patch(id, ifMatch, body, reason);
        return Response.ok(client).tag(Versioned.tag(client.version())).build();
    }

    @DELETE
    @Path("clients/{id}")
    @RolesAllowed({Roles.OPERATOR, Roles.ADMIN})
    @Operation(
            operationId = "deleteClient",
            summary = "Remove a client",
            description =
                    "For one that should not have been declared; one that is no more is `retired`. The feed has its tombstone. What"
                            + " evidence shows is there cannot be removed; of a declared one, evidence then shows what it saw.")
    @APIResponse(responseCode = "204", description = "The client is gone")
    @APIResponse(
            responseCode = "301",
            description = "The client was found to be another: `Location` says where it is now")
    @APIResponse(responseCode = "409", ref = "Conflict")
    @APIResponse(responseCode = "412", ref = "PreconditionFailed")
    @APIResponse(responseCode = "428", ref = "PreconditionRequired")
    public Response delete(
            @Parameter(description = "Id of the client", example = "0f0d5d1e-6f3a-8c55-9a57-5f8a4f0f6a11")
                    @PathParam("id")
                    UUID id,
            @Parameter(description = "ETag of the version that the change is based on", example = "\"3\"")
                    @HeaderParam(HttpHeaders.IF_MATCH)
                    @Nullable String ifMatch,
            @Parameter(description = "Why, for the audit trail", example = "CHG0031337")
                    @QueryParam("reason")
                    @Size(max = 500) @Nullable String reason) {
        merging.delete(id, ifMatch, reason);
        return Response.noContent().build();
    }

    @POST
    @Path("clients/{id}:merge")
    @Idempotent
    @RolesAllowed({Roles.OPERATOR, Roles.ADMIN})
    @Parameter(ref = "IdempotencyKey")
    @Operation(
            operationId = "mergeClients",
            summary = "Make two clients one",
            description =
                    "The client in the path stays and gets all names, accounts, tags and references of the other, and what it does"
                            + " not know itself; what a person has set counts first. The other gets a tombstone, and its id answers"
                            + " 301. `If-Match` is checked if it is sent.")
    @APIResponse(
            responseCode = "200",
            description = "The client that stays, as it is now",
            content = @Content(schema = @Schema(implementation = Client.class)))
    @APIResponse(
            responseCode = "301",
            description = "The client was found to be another: `Location` says where it is now")
    @APIResponse(responseCode = "412", ref = "PreconditionFailed")
    @APIResponse(responseCode = "422", ref = "Unprocessable")
    public Response merge(
            @Parameter(description = "Id of the client", example = "0f0d5d1e-6f3a-8c55-9a57-5f8a4f0f6a11")
                    @PathParam("id")
                    UUID id,
            @Parameter(description = "ETag of the version that the change is based on", example = "\"3\"")
                    @HeaderParam(HttpHeaders.IF_MATCH)
                    @Nullable String ifMatch,
            @Parameter(description = "Why, for the audit trail", example = "CHG0031337")
                    @QueryParam("reason")
                    @Size(max = 500) @Nullable String reason,
            @Valid @NotNull Merge body) {
        var client = merging.merge(id, body.from(), ifMatch, reason);
        return Response.ok(client).tag(Versioned.tag(client.version())).build();
    }
}
