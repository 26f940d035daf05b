package dev.cutoff.timeline.trail;

import dev.cutoff.commons.audit.History;
import dev.cutoff.commons.audit.TrailEntry;
import dev.cutoff.commons.json.WireName;
import dev.cutoff.commons.page.CsvPages;
import dev.cutoff.commons.page.NdjsonPages;
import dev.cutoff.commons.page.Page;
import dev.cutoff.commons.page.Paging;
import dev.cutoff.commons.security.Roles;
import dev.cutoff.timeline.tenant.Tenants;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The audit trail of one tenant. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Audit trail", description = "Who did what, when and why; refused requests too")
class TrailResource {

    private final Tenants tenants;
    private final History history;

    TrailResource(Tenants tenants, History history) {
        this.tenants = tenants;
        this.history = history;
    }

    @GET
    @Path("tenants/{id}/history")
    @Produces({MediaType.APPLICATION_JSON, CsvPages.MEDIA_TYPE, NdjsonPages.MEDIA_TYPE})
    @RolesAllowed({Roles.VIEWER, Roles.OPERATOR, Roles.ADMIN, Roles.SERVICE})
    @Operation(
            operationId = "listTenantHistory",
            summary = "Read what was done for a tenant",
            description =
                    "Every change of its exemptions, vendor notices, posts and calendar links, and every request for an exemption that was"
                            + " refused, with who, when, what, before, after and why; the oldest first, `sort=-at` for the newest.")
    @APIResponse(responseCode = "200", description = "A page of the trail")
    public Page<TrailEntry> list(
            @Parameter(description = "Id of the tenant", example = "8bb6f14a-714e-4fdc-89f6-05418818a00b")
                    @PathParam("id")
                    UUID id,
            @Parameter(description = "Only of this kind of resource", example = "exemption")
                    @QueryParam("kind")
                    @Nullable TrailKind kind,
            @Parameter(description = "Only what was done like this", example = "refused")
                    @QueryParam("action")
                    @Nullable TrailAction action,
            @BeanParam @Valid Paging paging) {
        tenants.require(id);
        return history.ofTenant(
                id, kind == null ? null : WireName.of(kind), action == null ? null : WireName.of(action), paging);
    }
}
