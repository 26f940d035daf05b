package dev.cutoff.inventory.owner;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cutoff.commons.audit.HistoryEntry;
import dev.cutoff.commons.json.MergePatch;
import dev.cutoff.commons.page.CsvPages;
import dev.cutoff.commons.page.NdjsonPages;
import dev.cutoff.commons.page.Page;
import dev.cutoff.commons.page.Paging;
import dev.cutoff.commons.precondition.Versioned;
import dev.cutoff.commons.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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

/** One owner. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Owners")
class OwnerResource {

    private final Owners owners;

    OwnerResource(Owners owners) {
        this.owners = owners;
    }

    @GET
    @Path("owners/{id}")
    @RolesAllowed({Roles.VIEWER, Roles.OPERATOR, Roles.ADMIN, Roles.SERVICE})
    @Operation(operationId = "getOwner", summary = "Read an owner", description = "The owner with its version as ETag.")
    @APIResponse(
            responseCode = "200",
            description = "The owner",
            content = @Content(schema = @Schema(implementation = Owner.class)))
    @APIResponse(responseCode = "304", description = "The caller has this version already")
    public Response get(
            @Parameter(description = "Id of the owner", example = "2c1f1a1e-60a4-8f2e-9a51-5f1d2f0f9d11")
                    @PathParam("id")
                    UUID id,
            @Context Request request) {
        var owner = owners.get(id);
        return Versioned.answer(request, owner, owner.version());
    }

    @PATCH
    @Path("owners/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RolesAllowed({Roles.OPERATOR, Roles.ADMIN})
    @Operation(
            operationId = "patchOwner",
            summary = "Change an owner",
            description = "A JSON merge patch (RFC 7396): an absent field keeps, null clears.")
    @RequestBody(
            required = true,
            content =
                    @Content(mediaType = MergePatch.MEDIA_TYPE, schema = @Schema(implementation = OwnerContent.class)))
    @APIResponse(
            responseCode = "200",
            description = "The owner as it is now",
            content = @Content(schema = @Schema(implementation = Owner.class)))
    @APIResponse(responseCode = "409", ref = "Conflict")
    @APIResponse(responseCode = "412", ref = "PreconditionFailed")
    @APIResponse(responseCode = "428", ref = "PreconditionRequired")
    public Response patch(
            @Parameter(description = "Id of the owner", example = "2c1f1a1e-60a4-8f2e-9a51-5f1d2f0f9d11")
                    @PathParam("id")
                    UUID id,
            @Parameter(description = "ETag of the version that the change is based on", example = "\"3\"")
                    @HeaderParam(HttpHeaders.IF_MATCH)
                    @Nullable String ifMatch,
            @Parameter(description = "Why, for the audit trail", example = "CHG0031337")
                    @QueryParam("reason")
                    @Size(max = 500) @Nullable String reason,
            @NotNull JsonNode body) {
        var owner = owners.patch(id, ifMatch, body, reason);
        return Response.ok(owner).tag(Versioned.tag(owner.version())).build();
    }

    @GET
    @Path("owners/{id}/history")
    @Produces({MediaType.APPLICATION_JSON, CsvPages.MEDIA_TYPE, NdjsonPages.MEDIA_TYPE})
    @RolesAllowed({Roles.VIEWER, Roles.OPERATOR, Roles.ADMIN, Roles.SERVICE})
    @Operation(
            operationId = "listOwnerHistory",
            summary = "Read what happened to an owner",
            description =
                    "Every change with who, when, what, before, after and why, the oldest first; `sort=-at` for the newest.")
    @APIResponse(responseCode = "200", description = "A page of changes")
    public Page<HistoryEntry> history(
            @Parameter(description = "Id of the owner", example = "2c1f1a1e-60a4-8f2e-9a51-5f1d2f0f9d11")
                    @PathParam("id")
                    UUID id,
            @BeanParam @Valid Paging paging) {
        return owners.history(id, paging);
    }

    @DELETE
    @Path("owners/{id}")
    @RolesAllowed({Roles.OPERATOR, Roles.ADMIN})
    @Operation(
            operationId = "deleteOwner",
            summary = "Remove an owner",
            description =
                    "Of somebody who has left: not as long as a client or a rule names the owner. The feed has a tombstone.")
    @APIResponse(responseCode = "204", description = "The owner is gone")
    @APIResponse(responseCode = "409", ref = "Conflict")
    @APIResponse(responseCode = "412", ref = "PreconditionFailed")
    @APIResponse(responseCode = "428", ref = "PreconditionRequired")
    public Response delete(
            @Parameter(description = "Id of the owner", example = "2c1f1a1e-60a4-8f2e-9a51-5f1d2f0f9d11")
                    @PathParam("id")
                    UUID id,
            @Parameter(description = "ETag of the version that the change is based on", example = "\"3\"")
                    @HeaderParam(HttpHeaders.IF_MATCH)
                    @Nullable String ifMatch,
            @Parameter(description = "Why, for the audit trail", example = "CHG0031337")
                    @QueryParam("reason")
                    @Size(max = 500) @Nullable String reason) {
        owners.delete(id, ifMatch, reason);
        return Response.noContent().build();
    }
}
