package dev.cutoff.notification.dispatch;

import dev.cutoff.commons.precondition.Versioned;
import dev.cutoff.commons.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
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

/**
 * The switch of what may leave. {@code If-Match} is checked where it is sent and not asked for: who has to stop mail must not be
 * stopped by a version.
 */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Dispatch", description = "Whether mail may leave, for all tenants and for each")
class DispatchResource {

    private static final String TENANT = "8bb6f14a-714e-4fdc-89f6-05418818a00b";

    private final Dispatches dispatches;

    DispatchResource(Dispatches dispatches) {
        this.dispatches = dispatches;
    }

    @GET
    @Path("dispatch")
    @RolesAllowed({Roles.VIEWER, Roles.OPERATOR, Roles.ADMIN, Roles.SERVICE})
    @Operation(
            operationId = "getDispatch",
            summary = "Read whether mail may leave",
            description = "What holds for all tenants; where a tenant is set stricter, that holds for it.")
    @APIResponse(
            responseCode = "200",
            description = "What holds for all tenants",
            content = @Content(schema = @Schema(implementation = Dispatch.class)))
    @APIResponse(responseCode = "304", description = "The caller has this version already")
    public Response get(@Context Request request) {
        var dispatch = dispatches.get();
        return Versioned.answer(request, dispatch, dispatch.version());
    }

    @PUT
    @Path("dispatch")
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            operationId = "putDispatch",
            summary = "Release, hold or pause all mail",
            description =
                    "Needs a token that sees all tenants. What is due by then leaves, or stops, at once. While it is held, mail leaves to the"
                            + " pilots alone.")
    @APIResponse(
            responseCode = "200",
            description = "What holds now",
            content = @Content(schema = @Schema(implementation = Dispatch.class)))
    @APIResponse(responseCode = "412", ref = "PreconditionFailed")
    public Response put(
            @Parameter(description = "ETag of the version that the change is based on, if any", example = "\"3\"")
                    @HeaderParam(HttpHeaders.IF_MATCH)
                    @Nullable String ifMatch,
            @Parameter(description = "Why, for the audit trail", example = "Reviewed in CHG0031337")
                    @QueryParam("reason")
                    @Size(max = 500) @Nullable String reason,
            @Valid @NotNull DispatchChange body) {
        return answer(dispatches.put(body, ifMatch, reason));
    }

    @GET
    @Path("dispatch/{tenantId}")
    @RolesAllowed({Roles.VIEWER, Roles.OPERATOR, Roles.ADMIN, Roles.SERVICE})
    @Operation(
            operationId = "getDispatchOfTenant",
            summary = "Read whether mail about a tenant may leave",
            description = "What is set for the tenant, and what holds: the stricter of it and that for all.")
    @APIResponse(
            responseCode = "200",
            description = "What holds for the tenant",
            content = @Content(schema = @Schema(implementation = Dispatch.class)))
    public Response getOfTenant(
            @Parameter(description = "Id of the tenant", example = TENANT) @PathParam("tenantId") UUID tenantId) {
        return answer(dispatches.get(tenantId));
    }

    @PUT
    @Path("dispatch/{tenantId}")
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            operationId = "putDispatchOfTenant",
            summary = "Release, hold or pause the mail about a tenant",
            description =
                    "Mail leaves only if all tenants are released as well. A person who is told about other tenants"
                            + " too gets those in the meantime.")
    @APIResponse(
            responseCode = "200",
            description = "What holds for the tenant now",
            content = @Content(schema = @Schema(implementation = Dispatch.class)))
    @APIResponse(responseCode = "412", ref = "PreconditionFailed")
    public Response putOfTenant(
            @Parameter(description = "Id of the tenant", example = TENANT) @PathParam("tenantId") UUID tenantId,
            @Parameter(description = "ETag of the version that the change is based on, if any", example = "\"3\"")
                    @HeaderParam(HttpHeaders.IF_MATCH)
                    @Nullable String ifMatch,
            @Parameter(description = "Why, for the audit trail", example = "Reviewed in CHG0031337")
                    @QueryParam("reason")
                    @Size(max = 500) @Nullable String reason,
            @Valid @NotNull DispatchChange body) {
        return answer(dispatches.put(tenantId, body, ifMatch, reason));
    }

    private static Response answer(Dispatch dispatch) {
        return Response.ok(dispatch).tag(Versioned.tag(dispatch.version())).build();
    }
}
