package dev.cutoff.timeline.vendornotice;

import dev.cutoff.commons.bulk.Bulk;
import dev.cutoff.commons.idempotency.Idempotent;
import dev.cutoff.commons.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
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

/** Many vendor notices at once. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Vendor notices")
class VendorNoticeUpsertResource {

    /** For the contract only: the item of an upsert says whose it is. */
    @Schema(
            name = "VendorNoticeItem",
            description =
                    "A vendor notice and whose it is; the same message, kind and day of a tenant is the same notice",
            allOf = NewVendorNotice.class)
    record Item(
            @NotNull @Schema(description = "Tenant to which it was said", examples = "8bb6f14a-714e-4fdc-89f6-05418818a00b")
            UUID tenantId) {}

    @Schema(name = "VendorNoticeUpsert", description = "One to a thousand vendor notices")
    record Upsert(
            @NotNull @Size(min = 1, max = Bulk.MOST) @Schema(description = "The vendor notices")
            List<Item> items) {}

    private final VendorNoticeUpsert notices;

    VendorNoticeUpsertResource(VendorNoticeUpsert notices) {
        this.notices = notices;
    }

    @POST
    @Path("vendor-notices:upsert")
    @Idempotent
    @RolesAllowed({Roles.OPERATOR, Roles.ADMIN})
    @Parameter(ref = "IdempotencyKey")
    @Operation(
            operationId = "upsertVendorNotices",
            summary = "Tell of many vendor notices",
            description =
                    "Each is found again by tenant, programme, message, kind and day; told again, it concerns all protocols that it was"
                            + " ever said to concern.")
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
        return notices.upsert(body.items(), mode, dryRun).response(mode);
    }
}
