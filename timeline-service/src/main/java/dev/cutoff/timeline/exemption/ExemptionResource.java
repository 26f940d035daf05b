package dev.cutoff.timeline.exemption;

import dev.cutoff.commons.precondition.Versioned;
import dev.cutoff.commons.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
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

/** One exemption. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Exemptions")
class ExemptionResource {

    private final Exemptions exemptions;
    private final ExemptionChanges changes;

    ExemptionResource(Exemptions exemptions, ExemptionChanges changes) {
        this.exemptions = exemptions;
        this.changes = changes;
    }

    @GET
    @Path("exemptions/{id}")
    @RolesAllowed({Roles.VIEWER, Roles.OPERATOR, Roles.ADMIN, Roles.SERVICE})
    @Operation(
            operationId = "getExemption",
            summary = "Read an exemption",
            description =
                    "With its version as ETag, and with what has become of it by now, which may change while the version stays.")
    @APIResponse(
            responseCode = "200",
            description = "The exemption",
            content = @Content(schema = @Schema(implementation = ExemptionView.class)))
    public Response get(
            @Parameter(description = "Id of the exemption", example = "5f1ad3cf-a10c-4a0a-b0e1-d4e38ef3c28d")
                    @PathParam("id")
                    UUID id) {
        // No 304: time, a vendor notice or a revision changes what has become of it, and the version is only what
        // people change.
        return answer(exemptions.get(id));
    }

    @POST
    @Path("exemptions/{id}:confirm")
    @RolesAllowed({Roles.OPERATOR, Roles.ADMIN})
    @Operation(
            operationId = "confirmExemption",
            summary = "Note the vendor's confirmation",
            description = "A re-enable works from its confirmation.")
    @APIResponse(
            responseCode = "200",
            description = "The exemption as it is now",
            content = @Content(schema = @Schema(implementation = ExemptionView.class)))
    @APIResponse(responseCode = "409", ref = "Conflict")
    @APIResponse(responseCode = "412", ref = "PreconditionFailed")
    @APIResponse(responseCode = "428", ref = "PreconditionRequired")
    public Response confirm(
            @Parameter(description = "Id of the exemption", example = "5f1ad3cf-a10c-4a0a-b0e1-d4e38ef3c28d")
                    @PathParam("id")
                    UUID id,
            @Parameter(description = "ETag of the version that the change is based on", example = "\"1\"")
                    @HeaderParam(HttpHeaders.IF_MATCH)
                    @Nullable String ifMatch,
            @RequestBody(required = false) @Valid @Nullable Confirmation body) {
        return answer(changes.confirm(id, ifMatch, body == null ? new Confirmation(null, null, null) : body));
    }

    @POST
    @Path("exemptions/{id}:revoke")
    @RolesAllowed({Roles.OPERATOR, Roles.ADMIN})
    @Operation(
            operationId = "revokeExemption",
            summary = "Take an exemption back",
            description =
                    "It protects no longer from now on, or from the past moment that is stated, and stays on file. What a re-enable had turned on is off again; one that had not"
                            + " worked yet is not counted against the budget.")
    @APIResponse(
            responseCode = "200",
            description = "The exemption as it is now",
            content = @Content(schema = @Schema(implementation = ExemptionView.class)))
    @APIResponse(responseCode = "409", ref = "Conflict")
    @APIResponse(responseCode = "412", ref = "PreconditionFailed")
    @APIResponse(responseCode = "428", ref = "PreconditionRequired")
    public Response revoke(
            @Parameter(description = "Id of the exemption", example = "5f1ad3cf-a10c-4a0a-b0e1-d4e38ef3c28d")
                    @PathParam("id")
                    UUID id,
            @Parameter(description = "ETag of the version that the change is based on", example = "\"1\"")
                    @HeaderParam(HttpHeaders.IF_MATCH)
                    @Nullable String ifMatch,
            @RequestBody(required = false) @Valid @Nullable Revocation body) {
        return answer(changes.revoke(id, ifMatch, body == null ? new Revocation(null, null) : body));
    }

    private static Response answer(ExemptionView exemption) {
        return Response.ok(exemption).tag(Versioned.tag(exemption.version())).build();
    }
}
