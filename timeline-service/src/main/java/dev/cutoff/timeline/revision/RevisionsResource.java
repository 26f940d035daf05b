package dev.cutoff.timeline.revision;

import dev.cutoff.commons.idempotency.Idempotent;
import dev.cutoff.commons.security.Roles;
import dev.cutoff.timeline.programme.RevisionView;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Posting what a vendor announced. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Programmes")
class RevisionsResource {

    private final Revisions revisions;

    RevisionsResource(Revisions revisions) {
        this.revisions = revisions;
    }

    @POST
    @Path("programmes/{id}/revisions")
    @Idempotent
    @RolesAllowed(Roles.ADMIN)
    @Parameter(ref = "IdempotencyKey")
    @Operation(
            operationId = "postRevision",
            summary = "Post what a vendor announced",
            description =
                    "With `dryRun=true` nothing changes and the answer is what would: for each tenant that the token sees and each protocol,"
                            + " before, after and why, with the exemptions of which something else would become, page by page. Without, the"
                            + " revision holds from now on for all tenants, which needs a token that sees all. A revision never changes: the"
                            + " same day and sequence again is answered with 200 if it says the same, and refused if it does not.")
    @APIResponse(
            responseCode = "201",
            description = "The revision holds from now on",
            content = @Content(schema = @Schema(implementation = RevisionView.class)))
    @APIResponse(
            responseCode = "200",
            description = "What would change; or, without `dryRun`, the revision that was there already",
            content = @Content(schema = @Schema(oneOf = {RevisionDifference.Answer.class, RevisionView.class})))
    @APIResponse(responseCode = "409", ref = "Conflict")
    public Response post(
            @Parameter(description = "Id of the programme", example = "smtp-auth-basic") @PathParam("id") String id,
            @Valid @NotNull NewRevision body,
            @Parameter(description = "Only say what would change", example = "true")
                    @QueryParam("dryRun")
                    @DefaultValue("false")
                    boolean dryRun,
            @Parameter(description = "Of a dry run: differences on a page", example = "50")
                    @QueryParam("limit")
                    @DefaultValue("50")
                    @Min(1) @Max(500) int limit,
            @Parameter(description = "Of a dry run: `next` of the page before", example = "WyJhMWIyIiwiY29udG9zbyJd")
                    @QueryParam("cursor")
                    @Size(max = 2000) @Nullable String cursor) {
        if (dryRun) {
            return Response.ok(revisions.preview(id, body, limit, cursor)).build();
        }
        var added = revisions.post(id, body);
        var revision = added.revision();
        var name = revision.id().substring(revision.id().indexOf('@') + 1);
        var location = URI.create("/v1/programmes/%s/revisions/%s".formatted(id, name));
        return (added.isNew() ? Response.created(location) : Response.ok().location(location))
                .entity(revision)
                .build();
    }
}
