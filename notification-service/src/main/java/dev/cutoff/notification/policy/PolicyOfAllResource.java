package dev.cutoff.notification.policy;

import dev.cutoff.commons.audit.HistoryEntry;
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
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The policy of all tenants. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(
        name = "Policies",
        description = "At which lead times, at which hours and whom to tell; the more specific field wins")
class PolicyOfAllResource {

    private final Policies policies;

    PolicyOfAllResource(Policies policies) {
        this.policies = policies;
    }

    @GET
    @Path("policies")
    @RolesAllowed({Roles.VIEWER, Roles.OPERATOR, Roles.ADMIN, Roles.SERVICE})
    @Operation(
            operationId = "getPolicy",
            summary = "Read the policy of all tenants",
            description = "What is set for all, and what holds where nothing more specific is set.")
    @APIResponse(
            responseCode = "200",
            description = "The policy of all tenants",
            content = @Content(schema = @Schema(implementation = PolicyView.class)))
    public Response get() {
        return answer(policies.get(PolicyKey.ALL));
    }

    @PUT
    @Path("policies")
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            operationId = "putPolicy",
            summary = "Set the policy of all tenants",
            description =
                    "All that is set for all; what is left out comes from the product. Needs a token that sees all tenants. Every tenant is"
                            + " planned anew. `If-Match` is needed once something is set.")
    @APIResponse(
            responseCode = "200",
            description = "What is set and holds now",
            content = @Content(schema = @Schema(implementation = PolicyView.class)))
    @APIResponse(responseCode = "412", ref = "PreconditionFailed")
    @APIResponse(responseCode = "428", ref = "PreconditionRequired")
    public Response put(
            @Parameter(description = "ETag of the version that the change is based on", example = "\"3\"")
                    @HeaderParam(HttpHeaders.IF_MATCH)
                    @Nullable String ifMatch,
            @Parameter(description = "Why, for the audit trail", example = "CHG0031337")
                    @QueryParam("reason")
                    @Size(max = 500) @Nullable String reason,
            @Valid @NotNull PolicySettings body) {
        return answer(policies.put(PolicyKey.ALL, body, ifMatch, reason));
    }

    @DELETE
    @Path("policies")
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            operationId = "deletePolicy",
            summary = "Set nothing for all tenants",
            description = "What the product comes with holds again where nothing more specific is set.")
    @APIResponse(responseCode = "204", description = "Nothing is set")
    @APIResponse(responseCode = "412", ref = "PreconditionFailed")
    @APIResponse(responseCode = "428", ref = "PreconditionRequired")
    public Response delete(
            @Parameter(description = "ETag of the version that the change is based on", example = "\"3\"")
                    @HeaderParam(HttpHeaders.IF_MATCH)
                    @Nullable String ifMatch,
            @Parameter(description = "Why, for the audit trail", example = "CHG0031337")
                    @QueryParam("reason")
                    @Size(max = 500) @Nullable String reason) {
        policies.reset(PolicyKey.ALL, ifMatch, reason);
        return Response.noContent().build();
    }

    @GET
    @Path("policies/history")
    @Produces({MediaType.APPLICATION_JSON, CsvPages.MEDIA_TYPE, NdjsonPages.MEDIA_TYPE})
    @RolesAllowed({Roles.VIEWER, Roles.OPERATOR, Roles.ADMIN, Roles.SERVICE})
    @Operation(
            operationId = "listPolicyHistory",
            summary = "Read what happened to the policy of all tenants",
            description =
                    "Every change with who, when, what, before, after and why, the oldest first; `sort=-at` for the newest.")
    @APIResponse(responseCode = "200", description = "A page of changes")
    public Page<HistoryEntry> history(@BeanParam @Valid Paging paging) {
        return policies.history(PolicyKey.ALL, paging);
    }

    static Response answer(PolicyView policy) {
        // No 304: what holds may be another although nothing was set here.
        return Response.ok(policy).tag(Versioned.tag(policy.version())).build();
    }
}
