package dev.cutoff.timeline.exemption;

import dev.cutoff.commons.idempotency.Idempotent;
import dev.cutoff.commons.page.CsvPages;
import dev.cutoff.commons.page.NdjsonPages;
import dev.cutoff.commons.page.Page;
import dev.cutoff.commons.page.Paging;
import dev.cutoff.commons.security.Roles;
import dev.cutoff.timeline.rule.ExemptionKind;
import dev.cutoff.timeline.rule.ExemptionStatus;
import dev.cutoff.timeline.rule.Protocol;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The exemptions of one tenant. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Exemptions", description = "What tenants obtained from the vendor, or chose themselves")
class TenantExemptionsResource {

    private final Exemptions exemptions;

    TenantExemptionsResource(Exemptions exemptions) {
        this.exemptions = exemptions;
    }

    @POST
    @Path("tenants/{id}/exemptions")
    @RefusalsAudited
    @Idempotent
    @RolesAllowed({Roles.OPERATOR, Roles.ADMIN})
    @Parameter(ref = "IdempotencyKey")
    @Operation(
            operationId = "tellExemptions",
            summary = "Record exemptions",
            description =
                    "What was asked for in the vendor's portal, or what the tenant blocks itself: one exemption for each protocol, all or"
                            + " none. The rules that were in force when it was asked for are tested; what they would not have given is"
                            + " refused with 409 and a type for each rule. `allowed` then lists what is still possible, until when and"
                            + " through which channel.")
    @APIResponse(
            responseCode = "201",
            description = "They are on file",
            content = @Content(schema = @Schema(implementation = ExemptionItem.Answer.class)))
    @APIResponse(responseCode = "409", ref = "Conflict")
    public Response tell(
            @Parameter(description = "Id of the tenant", example = "8bb6f14a-714e-4fdc-89f6-05418818a00b")
                    @PathParam("id")
                    UUID id,
            @Valid @NotNull NewExemption body) {
        var items = exemptions.tell(id, body);
        return Response.created(URI.create("/v1/exemptions/" + items.getFirst().id()))
                .entity(new ExemptionItem.Answer(items))
                .build();
    }

    @GET
    @Path("tenants/{id}/exemptions")
    @Produces({MediaType.APPLICATION_JSON, CsvPages.MEDIA_TYPE, NdjsonPages.MEDIA_TYPE})
    @RolesAllowed({Roles.VIEWER, Roles.OPERATOR, Roles.ADMIN, Roles.SERVICE})
    @Operation(
            operationId = "listTenantExemptions",
            summary = "List the exemptions of a tenant",
            description = "With what has become of each by now.")
    @APIResponse(responseCode = "200", description = "A page of exemptions")
    public Page<ExemptionView> list(
            @Parameter(description = "Id of the tenant", example = "8bb6f14a-714e-4fdc-89f6-05418818a00b")
                    @PathParam("id")
                    UUID id,
            @Parameter(description = "Only of this programme", example = "exchange-online-basic-auth")
                    @QueryParam("programme")
                    @Nullable String programme,
            @Parameter(description = "Only for this protocol", example = "imap") @QueryParam("protocol") @Nullable Protocol protocol,
            @Parameter(description = "Only of this kind", example = "opt-out") @QueryParam("kind") @Nullable ExemptionKind kind,
            @Parameter(description = "Only those of which this has become", example = "voided")
                    @QueryParam("status")
                    @Nullable ExemptionStatus status,
            @Parameter(description = "Only those whose place another took, or none did", example = "false")
                    @QueryParam("replaced")
                    @Nullable Boolean replaced,
            @BeanParam @Valid Paging paging) {
        return exemptions.list(new ExemptionFilter(id, programme, protocol, kind, status, replaced, null), paging);
    }
}
