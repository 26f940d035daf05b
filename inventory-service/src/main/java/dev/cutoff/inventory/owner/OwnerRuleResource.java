package dev.cutoff.inventory.owner;

import dev.cutoff.commons.json.MergePatch;
import dev.cutoff.commons.precondition.Versioned;
import dev.cutoff.commons.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** One owner rule. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Owner rules")
class OwnerRuleResource {

    @Schema(
            name = "OwnerRulePatch",
            description = "What may change in a rule; one that goes by something else is another rule")
    record Patch(
            @NotNull @Email @Size(min = 3, max = 254) @Schema(
                    description = "Mail address of the owner, who is made if there is none yet",
                    examples = "nao.kato@contoso.example")
            String ownerEmail) {}

    private final OwnerRules rules;

    OwnerRuleResource(OwnerRules rules) {
        this.rules = rules;
    }

    @GET
    @Path("owner-rules/{id}")
    @RolesAllowed({Roles.VIEWER, Roles.OPERATOR, Roles.ADMIN, Roles.SERVICE})
    @Operation(
            operationId = "getOwnerRule",
            summary = "Read an owner rule",
            description = "The rule with its version as ETag.")
    @APIResponse(
            responseCode = "200",
            description = "The rule",
            content = @Content(schema = @Schema(implementation = OwnerRule.class)))
    @APIResponse(responseCode = "304", description = "The caller has this version already")
    public Response get(
            @Parameter(description = "Id of the rule", example = "7d2f7f10-43a1-8e52-a0d1-0b6f1d1b7a11")
                    @PathParam("id")
                    UUID id,
            @Context Request request) {
        var rule = rules.get(id);
        return Versioned.answer(request, rule, rule.version());
    }

    @PATCH
    @Path("owner-rules/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RolesAllowed({Roles.OPERATOR, Roles.ADMIN})
    @Operation(
            operationId = "patchOwnerRule",
            summary = "Name another owner in a rule",
            description = "A JSON merge patch (RFC 7396) of the one field that may change.")
    @APIResponse(
            responseCode = "200",
            description = "The rule as it is now",
            content = @Content(schema = @Schema(implementation = OwnerRule.class)))
    @APIResponse(responseCode = "412", ref = "PreconditionFailed")
    @APIResponse(responseCode = "428", ref = "PreconditionRequired")
    public Response patch(
            @Parameter(description = "Id of the rule", example = "7d2f7f10-43a1-8e52-a0d1-0b6f1d1b7a11")
                    @PathParam("id")
                    UUID id,
            @Parameter(description = "ETag of the version that the change is based on", example = "\"3\"")
                    @HeaderParam(HttpHeaders.IF_MATCH)
                    @Nullable String ifMatch,
            @Parameter(description = "Why, for the audit trail", example = "CHG0031337")
                    @QueryParam("reason")
                    @Size(max = 500) @Nullable String reason,
            @Valid @NotNull Patch body) {
        var rule = rules.patch(id, ifMatch, body.ownerEmail(), reason);
        return Response.ok(rule).tag(Versioned.tag(rule.version())).build();
    }

    @DELETE
    @Path("owner-rules/{id}")
    @RolesAllowed({Roles.OPERATOR, Roles.ADMIN})
    @Operation(
            operationId = "deleteOwnerRule",
            summary = "Drop an owner rule",
            description =
                    "Clients that had their owner from it get the one of the next rule that is true of them, or none.")
    @APIResponse(responseCode = "204", description = "The rule is gone")
    @APIResponse(responseCode = "412", ref = "PreconditionFailed")
    @APIResponse(responseCode = "428", ref = "PreconditionRequired")
    public Response delete(
            @Parameter(description = "Id of the rule", example = "7d2f7f10-43a1-8e52-a0d1-0b6f1d1b7a11")
                    @PathParam("id")
                    UUID id,
            @Parameter(description = "ETag of the version that the change is based on", example = "\"3\"")
                    @HeaderParam(HttpHeaders.IF_MATCH)
                    @Nullable String ifMatch,
            @Parameter(description = "Why, for the audit trail", example = "CHG0031337")
                    @QueryParam("reason")
                    @Size(max = 500) @Nullable String reason) {
        rules.delete(id, ifMatch, reason);
        return Response.noContent().build();
    }
}
