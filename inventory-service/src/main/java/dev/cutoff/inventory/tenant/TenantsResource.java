package dev.cutoff.inventory.tenant;

import dev.cutoff.commons.bulk.Bulk;
import dev.cutoff.commons.idempotency.Idempotent;
import dev.cutoff.commons.page.CsvPages;
import dev.cutoff.commons.page.NdjsonPages;
import dev.cutoff.commons.page.Page;
import dev.cutoff.commons.page.Paging;
import dev.cutoff.commons.page.View;
import dev.cutoff.commons.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The collection of tenants. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Tenants", description = "Microsoft 365 organisations")
class TenantsResource {

    /** For the contract only: the item of an upsert is a tenant's id and its content. */
    @Schema(
            name = "TenantItem",
            description = "A tenant by its id; an absent field keeps, null clears",
            allOf = TenantContent.class)
    record Item(
            @NotNull @Schema(description = "Id of the tenant at the vendor", examples = "8bb6f14a-714e-4fdc-89f6-05418818a00b")
            UUID id) {}

    @Schema(name = "TenantUpsert", description = "One to a thousand tenants")
    record Upsert(
            @NotNull @Size(min = 1, max = Bulk.MOST) @Schema(description = "The tenants")
            List<Item> items) {}

    private final Tenants tenants;

    TenantsResource(Tenants tenants) {
        this.tenants = tenants;
    }

    @GET
    @Path("tenants")
    @Produces({MediaType.APPLICATION_JSON, CsvPages.MEDIA_TYPE, NdjsonPages.MEDIA_TYPE})
    @RolesAllowed({Roles.VIEWER, Roles.OPERATOR, Roles.ADMIN, Roles.SERVICE})
    @Operation(
            operationId = "listTenants",
            summary = "List tenants",
            description = "The tenants that the token may see, by id unless sorted.")
    @APIResponse(responseCode = "200", description = "A page of tenants")
    public Page<Tenant> list(
            @BeanParam @Valid TenantFilter filter, @BeanParam @Valid View view, @BeanParam @Valid Paging paging) {
        return tenants.list(filter, view, paging);
    }

    @POST
    @Path("tenants:upsert")
    @Idempotent
    @RolesAllowed({Roles.OPERATOR, Roles.ADMIN})
    @Parameter(ref = "IdempotencyKey")
    @Operation(
            operationId = "upsertTenants",
            summary = "Create or change many tenants",
            description =
                    "Each item is found by its id. An absent field keeps its value, null clears it. The token must see the"
                            + " tenants that it writes.")
    @RequestBody(
            required = true,
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Upsert.class)))
    @APIResponse(
            responseCode = "200",
            description = "An outcome for each item",
            content = @Content(schema = @Schema(implementation = Bulk.Answer.class)))
    @APIResponse(
            responseCode = "422",
            description = "An item of an atomic request was rejected, so none is applied",
            content = @Content(schema = @Schema(implementation = Bulk.Answer.class)))
    public Response upsert(@Valid @NotNull Bulk.Request body, @BeanParam @Valid Bulk.Options options) {
        return tenants.upsert(body.items(), options.mode(), options.dryRun(), options.reason())
                .response(options.mode());
    }
}
