package dev.cutoff.inventory.coverage;

import dev.cutoff.commons.bulk.Bulk;
import dev.cutoff.commons.idempotency.Idempotent;
import dev.cutoff.commons.page.CsvPages;
import dev.cutoff.commons.page.NdjsonPages;
import dev.cutoff.commons.page.Page;
import dev.cutoff.commons.page.Paging;
import dev.cutoff.commons.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What evidence covers. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(
        name = "Coverage",
        description = "Which source of evidence spoke when, and what the vendor counted that we do not know")
class CoverageResource {

    @Schema(name = "VendorCountUpsert", description = "One to a thousand counts of the vendor")
    record Upsert(
            @NotNull @Size(min = 1, max = Bulk.MOST) @Schema(description = "The counts")
            List<VendorCountItem> items) {}

    private final Coverages coverages;
    private final VendorCounts vendorCounts;

    CoverageResource(Coverages coverages, VendorCounts vendorCounts) {
        this.coverages = coverages;
        this.vendorCounts = vendorCounts;
    }

    @GET
    @Path("coverage")
    @Produces({MediaType.APPLICATION_JSON, CsvPages.MEDIA_TYPE, NdjsonPages.MEDIA_TYPE})
    @RolesAllowed({Roles.VIEWER, Roles.OPERATOR, Roles.ADMIN, Roles.SERVICE})
    @Operation(
            operationId = "listCoverage",
            summary = "List coverage",
            description =
                    "For each tenant and protocol, which source of evidence last spoke of it, when and with how much, whether it has"
                            + " gone quiet or stale, and how many accounts the vendor counted that evidence does not name. No data is"
                            + " not no use.")
    @APIResponse(responseCode = "200", description = "A page of coverage")
    public Page<Coverage> list(@BeanParam @Valid CoverageFilter filter, @BeanParam @Valid Paging paging) {
        return coverages.list(filter, paging);
    }

    @POST
    @Path("vendor-counts:upsert")
    @Idempotent
    @RolesAllowed({Roles.OPERATOR, Roles.ADMIN})
    @Parameter(ref = "IdempotencyKey")
    @Operation(
            operationId = "upsertVendorCounts",
            summary = "Record what the vendor counted",
            description =
                    "The figures of the vendor's monthly usage posts by hand, where a post cannot be imported. Each item is found by"
                            + " tenant, protocol, month and source. The token must see the tenants that it writes.")
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
    public Response upsert(
            @Valid @NotNull Bulk.Request body,
            @Parameter(description = "Whether a rejected item keeps out the others", example = "each")
                    @QueryParam("mode")
                    @DefaultValue("each")
                    Bulk.Mode mode,
            @Parameter(description = "Only say what would become of each item", example = "true")
                    @QueryParam("dryRun")
                    @DefaultValue("false")
                    boolean dryRun) {
        return vendorCounts.upsert(body.items(), mode, dryRun).response(mode);
    }
}
