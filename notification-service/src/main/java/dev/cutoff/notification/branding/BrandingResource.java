package dev.cutoff.notification.branding;

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
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** How mail looks, tenant by tenant. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Brandings", description = "How the mail about a tenant looks, and whom it names")
class BrandingResource {

    private static final String TENANT = "8bb6f14a-714e-4fdc-89f6-05418818a00b";

    private final Brandings brandings;

    BrandingResource(Brandings brandings) {
        this.brandings = brandings;
    }

    @GET
    @Path("brandings")
    @Produces({MediaType.APPLICATION_JSON, CsvPages.MEDIA_TYPE, NdjsonPages.MEDIA_TYPE})
    @RolesAllowed({Roles.VIEWER, Roles.OPERATOR, Roles.ADMIN, Roles.SERVICE})
    @Operation(
            operationId = "listBrandings",
            summary = "List brandings",
            description = "Those of the tenants that the token may see, by tenant.")
    @APIResponse(responseCode = "200", description = "A page of brandings")
    public Page<Branding> list(
            @Parameter(description = "Only that of this tenant", example = TENANT) @QueryParam("tenant") @Nullable UUID tenant,
            @BeanParam @Valid Paging paging) {
        return brandings.list(tenant, paging);
    }

    @GET
    @Path("brandings/{tenantId}")
    @RolesAllowed({Roles.VIEWER, Roles.OPERATOR, Roles.ADMIN, Roles.SERVICE})
    @Operation(
            operationId = "getBranding",
            summary = "Read the branding of a tenant",
            description = "404 where none is set: its mail is then in the suite's own look, and names the tenant.")
    @APIResponse(
            responseCode = "200",
            description = "The branding",
            content = @Content(schema = @Schema(implementation = Branding.class)))
    @APIResponse(responseCode = "304", description = "The caller has this version already")
    public Response get(
            @Parameter(description = "Id of the tenant", example = TENANT) @PathParam("tenantId") UUID tenantId,
            @Context Request request) {
        var branding = brandings.get(tenantId);
        return Versioned.answer(request, branding, branding.version());
    }

    @PUT
    @Path("brandings/{tenantId}")
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            operationId = "putBranding",
            summary = "Set the branding of a tenant",
            description =
                    "For mail that is made from then on; one that was tried before stays as it is. A mail over several tenants that"
                            + " differ in it is in the suite's own look. The first needs no `If-Match`.")
    @APIResponse(
            responseCode = "200",
            description = "The branding as it is now",
            content = @Content(schema = @Schema(implementation = Branding.class)))
    @APIResponse(
            responseCode = "201",
            description = "The branding is new",
            headers =
                    @Header(
                            name = "Location",
                            description = "Where it is",
                            schema = @Schema(implementation = String.class)),
            content = @Content(schema = @Schema(implementation = Branding.class)))
    @APIResponse(responseCode = "412", ref = "PreconditionFailed")
    @APIResponse(responseCode = "428", ref = "PreconditionRequired")
    public Response put(
            @Parameter(description = "Id of the tenant", example = TENANT) @PathParam("tenantId") UUID tenantId,
            @Parameter(description = "ETag of the version that the change is based on", example = "\"3\"")
                    @HeaderParam(HttpHeaders.IF_MATCH)
                    @Nullable String ifMatch,
            @Parameter(description = "Why, for the audit trail", example = "CHG0031337")
                    @QueryParam("reason")
                    @Size(max = 500) @Nullable String reason,
            @Valid @NotNull BrandingContent body) {
        var put = brandings.put(tenantId, body, ifMatch, reason);
        var answer = put.isNew() ? Response.created(URI.create("/v1/brandings/" + tenantId)) : Response.ok();
        return answer.entity(put.branding())
                .tag(Versioned.tag(put.branding().version()))
                .build();
    }

    @DELETE
    @Path("brandings/{tenantId}")
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            operationId = "deleteBranding",
            summary = "Remove the branding of a tenant",
            description = "Its mail is in the suite's own look again.")
    @APIResponse(responseCode = "204", description = "It is gone")
    @APIResponse(responseCode = "412", ref = "PreconditionFailed")
    @APIResponse(responseCode = "428", ref = "PreconditionRequired")
    public Response delete(
            @Parameter(description = "Id of the tenant", example = TENANT) @PathParam("tenantId") UUID tenantId,
            @Parameter(description = "ETag of the version that is to go", example = "\"3\"")
                    @HeaderParam(HttpHeaders.IF_MATCH)
                    @Nullable String ifMatch,
            @Parameter(description = "Why, for the audit trail", example = "CHG0031337")
                    @QueryParam("reason")
                    @Size(max = 500) @Nullable String reason) {
        brandings.delete(tenantId, ifMatch, reason);
        return Response.noContent().build();
    }

    @GET
    @Path("brandings/{tenantId}/history")
    @Produces({MediaType.APPLICATION_JSON, CsvPages.MEDIA_TYPE, NdjsonPages.MEDIA_TYPE})
    @RolesAllowed({Roles.VIEWER, Roles.OPERATOR, Roles.ADMIN, Roles.SERVICE})
    @Operation(
            operationId = "listBrandingHistory",
            summary = "Read what happened to the branding of a tenant",
            description = "Who changed what when and why, the oldest first; also of one that is gone.")
    @APIResponse(responseCode = "200", description = "A page of its trail")
    public Page<HistoryEntry> history(
            @Parameter(description = "Id of the tenant", example = TENANT) @PathParam("tenantId") UUID tenantId,
            @BeanParam @Valid Paging paging) {
        return brandings.history(tenantId, paging);
    }
}
