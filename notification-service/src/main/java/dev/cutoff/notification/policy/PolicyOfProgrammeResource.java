package dev.cutoff.notification.policy;

import dev.cutoff.commons.audit.HistoryEntry;
import dev.cutoff.commons.page.CsvPages;
import dev.cutoff.commons.page.NdjsonPages;
import dev.cutoff.commons.page.Page;
import dev.cutoff.commons.page.Paging;
import dev.cutoff.commons.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The policy of a tenant for one programme. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Policies")
class PolicyOfProgrammeResource {

    private final Policies policies;

    PolicyOfProgrammeResource(Policies policies) {
        this.policies = policies;
    }

    @GET
    @Path("policies/{tenantId}/{programme}")
    @RolesAllowed({Roles.VIEWER, Roles.OPERATOR, Roles.ADMIN, Roles.SERVICE})
    @Operation(
            operationId = "getPolicyOfProgramme",
            summary = "Read the policy of a tenant for a programme",
            description =
                    "What is set for the tenant and this programme, and what holds: where nothing is set, the policy of the tenant.")
    @APIResponse(
            responseCode = "200",
            description = "The policy of the tenant for the programme",
            content = @Content(schema = @Schema(implementation = PolicyView.class)))
    public Response get(
            @Parameter(description = "Id of the tenant", example = "8bb6f14a-714e-4fdc-89f6-05418818a00b")
                    @PathParam("tenantId")
                    UUID tenantId,
            @Parameter(description = "Programme of the vendor", example = "exchange-online-basic-auth")
                    @PathParam("programme")
                    @Pattern(regexp = PolicyKey.PROGRAMME, message = PolicyKey.A_PROGRAMME) String programme) {
        return PolicyOfAllResource.answer(policies.get(new PolicyKey(tenantId, programme)));
    }

    @PUT
    @Path("policies/{tenantId}/{programme}")
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            operationId = "putPolicyOfProgramme",
            summary = "Set the policy of a tenant for a programme",
            description =
                    "All that is set for the tenant and this programme; what is left out is inherited from the policy of the tenant. The"
                            + " tenant is planned anew. `timeZone` cannot be set here. A programme that timeline does not know is 400 with"
                            + " those that it knows: a misspelt one would have no effect. `If-Match` is needed once something is set.")
    @APIResponse(
            responseCode = "200",
            description = "What is set and holds now",
            content = @Content(schema = @Schema(implementation = PolicyView.class)))
    @APIResponse(responseCode = "412", ref = "PreconditionFailed")
    @APIResponse(responseCode = "428", ref = "PreconditionRequired")
    public Response put(
            @Parameter(description = "Id of the tenant", example = "8bb6f14a-714e-4fdc-89f6-05418818a00b")
                    @PathParam("tenantId")
                    UUID tenantId,
            @Parameter(description = "Programme of the vendor", example = "exchange-online-basic-auth")
                    @PathParam("programme")
                    @Pattern(regexp = PolicyKey.PROGRAMME, message = PolicyKey.A_PROGRAMME) String programme,
            @Parameter(description = "ETag of the version that the change is based on", example = "\"3\"")
                    @HeaderParam(HttpHeaders.IF_MATCH)
                    @Nullable String ifMatch,
            @Parameter(description = "Why, for the audit trail", example = "CHG0031337")
                    @QueryParam("reason")
                    @Size(max = 500) @Nullable String reason,
            @Valid @NotNull PolicySettings body) {
        return PolicyOfAllResource.answer(policies.put(new PolicyKey(tenantId, programme), body, ifMatch, reason));
    }

    @DELETE
    @Path("policies/{tenantId}/{programme}")
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            operationId = "deletePolicyOfProgramme",
            summary = "Set nothing for a tenant and a programme",
            description = "The policy of the tenant holds for the programme again.")
    @APIResponse(responseCode = "204", description = "Nothing is set")
    @APIResponse(responseCode = "412", ref = "PreconditionFailed")
    @APIResponse(responseCode = "428", ref = "PreconditionRequired")
    public Response delete(
            @Parameter(description = "Id of the tenant", example = "8bb6f14a-714e-4fdc-89f6-05418818a00b")
                    @PathParam("tenantId")
                    UUID tenantId,
            @Parameter(description = "Programme of the vendor", example = "exchange-online-basic-auth")
                    @PathParam("programme")
                    @Pattern(regexp = PolicyKey.PROGRAMME, message = PolicyKey.A_PROGRAMME) String programme,
            @Parameter(description = "ETag of the version that the change is based on", example = "\"3\"")
                    @HeaderParam(HttpHeaders.IF_MATCH)
                    @Nullable String ifMatch,
            @Parameter(description = "Why, for the audit trail", example = "CHG0031337")
                    @QueryParam("reason")
                    @Size(max = 500) @Nullable String reason) {
        policies.reset(new PolicyKey(tenantId, programme), ifMatch, reason);
        return Response.noContent().build();
    }

    @GET
    @Path("policies/{tenantId}/{programme}/history")
    @Produces({MediaType.APPLICATION_JSON, CsvPages.MEDIA_TYPE, NdjsonPages.MEDIA_TYPE})
    @RolesAllowed({Roles.VIEWER, Roles.OPERATOR, Roles.ADMIN, Roles.SERVICE})
    @Operation(
            operationId = "listPolicyHistoryOfProgramme",
            summary = "Read what happened to the policy of a tenant for a programme",
            description =
                    "Every change with who, when, what, before, after and why, the oldest first; `sort=-at` for the newest.")
    @APIResponse(responseCode = "200", description = "A page of changes")
    public Page<HistoryEntry> history(
            @Parameter(description = "Id of the tenant", example = "8bb6f14a-714e-4fdc-89f6-05418818a00b")
                    @PathParam("tenantId")
                    UUID tenantId,
            @Parameter(description = "Programme of the vendor", example = "exchange-online-basic-auth")
                    @PathParam("programme")
                    @Pattern(regexp = PolicyKey.PROGRAMME, message = PolicyKey.A_PROGRAMME) String programme,
            @BeanParam @Valid Paging paging) {
        return policies.history(new PolicyKey(tenantId, programme), paging);
    }
}
