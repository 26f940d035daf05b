package dev.cutoff.inventory.owner;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cutoff.commons.bulk.Bulk;
import dev.cutoff.commons.idempotency.Idempotent;
import dev.cutoff.commons.page.CsvPages;
import dev.cutoff.commons.page.NdjsonPages;
import dev.cutoff.commons.page.Page;
import dev.cutoff.commons.page.Paging;
import dev.cutoff.commons.page.View;
import dev.cutoff.commons.precondition.Versioned;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The collection of owners. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Owners", description = "People and teams who answer for clients")
class OwnersResource {

    /** For the contract only: the item of an upsert is an owner's tenant and its content. */
    @Schema(
            name = "OwnerItem",
            description = "An owner by tenant and address; an absent field keeps, null clears",
            allOf = OwnerContent.class)
    record Item(
            @NotNull @Schema(description = "Tenant", examples = "8bb6f14a-714e-4fdc-89f6-05418818a00b")
            UUID tenantId) {}

    @Schema(name = "OwnerUpsert", description = "One to a thousand owners")
    record Upsert(
            @NotNull @Size(min = 1, max = Bulk.MOST) @Schema(description = "The owners")
            List<Item> items) {}

    private final Owners owners;

    OwnersResource(Owners owners) {
        this.owners = owners;
    }

    @GET
    @Path("owners")
    @Produces({MediaType.APPLICATION_JSON, CsvPages.MEDIA_TYPE, NdjsonPages.MEDIA_TYPE})
    @RolesAllowed({Roles.VIEWER, Roles.OPERATOR, Roles.ADMIN, Roles.SERVICE})
    @Operation(
            operationId = "listOwners",
            summary = "List owners",
            description =
                    "The owners of the tenants that the token may see, by tenant and id unless sorted; with deputy and manager, who"
                            + " clients do not show.")
    @APIResponse(responseCode = "200", description = "A page of owners")
    public Page<Owner> list(
            @BeanParam @Valid OwnerFilter filter, @BeanParam @Valid View view, @BeanParam @Valid Paging paging) {
        return owners.list(filter, view, paging);
    }

    @POST
    @Path("owners")
    @Idempotent
    @RolesAllowed({Roles.OPERATOR, Roles.ADMIN})
    @Parameter(ref = "IdempotencyKey")
    @Operation(
            operationId = "createOwner",
            summary = "Create an owner",
            description = "A person or team of one tenant; 409 if there is an owner with this address.")
    @RequestBody(
            required = true,
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Item.class)))
    @APIResponse(
            responseCode = "201",
            description = "The owner",
            headers =
                    @Header(
                            name = "Location",
                            description = "Where it is",
                            schema = @Schema(implementation = String.class)),
            content = @Content(schema = @Schema(implementation = Owner.class)))
    @APIResponse(responseCode = "404", ref = "NotFound")
    @APIResponse(responseCode = "409", ref = "Conflict")
    public Response create(
            @NotNull JsonNode body,
            @Parameter(description = "Why, for the audit trail", example = "CHG0031337")
                    @QueryParam("reason")
                    @Size(max = 500) @Nullable String reason) {
        var owner = owners.create(body, reason);
        return Response.created(URI.create("/v1/owners/" + owner.id()))
                .entity(owner)
                .tag(Versioned.tag(owner.version()))
                .build();
    }

    @POST
    @Path("owners:upsert")
    @Idempotent
    @RolesAllowed({Roles.OPERATOR, Roles.ADMIN})
    @Parameter(ref = "IdempotencyKey")
    @Operation(
            operationId = "upsertOwners",
            summary = "Create or change many owners",
            description =
                    "Each item is found by tenant and mail address. An absent field keeps its value, null clears it. The token"
                            + " must see the tenants that it writes.")
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
        return owners.upsert(body.items(), options.mode(), options.dryRun(), options.reason())
                .response(options.mode());
    }
}
