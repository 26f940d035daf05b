package dev.cutoff.timeline.exemption;

import dev.cutoff.commons.bulk.Bulk;
import dev.cutoff.commons.idempotency.Idempotent;
import dev.cutoff.commons.page.CsvPages;
import dev.cutoff.commons.page.NdjsonPages;
import dev.cutoff.commons.page.Page;
import dev.cutoff.commons.page.Paging;
import dev.cutoff.commons.problem.Refusal;
import dev.cutoff.commons.security.Roles;
import dev.cutoff.timeline.rule.ExemptionKind;
import dev.cutoff.timeline.rule.ExemptionStatus;
import dev.cutoff.timeline.rule.Protocol;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The exemptions of all tenants. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Exemptions")
class ExemptionsResource {

    private final Exemptions exemptions;
    private final ExemptionUpsert upsert;

    ExemptionsResource(Exemptions exemptions, ExemptionUpsert upsert) {
        this.exemptions = exemptions;
        this.upsert = upsert;
    }

    @GET
    @Path("exemptions")
    @Produces({MediaType.APPLICATION_JSON, CsvPages.MEDIA_TYPE, NdjsonPages.MEDIA_TYPE})
    @RolesAllowed({Roles.VIEWER, Roles.OPERATOR, Roles.ADMIN, Roles.SERVICE})
    @Operation(
            operationId = "listExemptions",
            summary = "List exemptions",
            description =
                    "Of the tenants that the token may see, with what has become of each by now. `status=voided&replaced=false` are those"
                            + " that must be asked for again.")
    @APIResponse(responseCode = "200", description = "A page of exemptions")
    public Page<ExemptionView> list(
            @Parameter(description = "Only of this tenant", example = "8bb6f14a-714e-4fdc-89f6-05418818a00b")
                    @QueryParam("tenant")
                    @Nullable UUID tenant,
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
            @Parameter(
                            description =
                                    "Only those that no longer work at this moment: an instant, or the beginning of a day (UTC)",
                            example = "2023-01-01")
                    @QueryParam("endsBefore")
                    @Nullable String endsBefore,
            @BeanParam @Valid Paging paging) {
        return exemptions.list(
                new ExemptionFilter(tenant, programme, protocol, kind, status, replaced, moment(endsBefore)), paging);
    }

    private static @Nullable Instant moment(@Nullable String text) {
        try {
            if (text == null) {
                return null;
            }
            return text.length() == 10
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : Instant.parse(text);
        } catch (DateTimeException e) {
            throw Refusal.invalidParameter(
                    "endsBefore", "must be a date such as 2022-10-01 or an instant such as 2022-10-01T00:00:00Z");
        }
    }

    @POST
    @Path("exemptions:upsert")
    @RefusalsAudited
    @Idempotent
    @RolesAllowed({Roles.OPERATOR, Roles.ADMIN})
    @Parameter(ref = "IdempotencyKey")
    @Operation(
            operationId = "upsertExemptions",
            summary = "Record or change many exemptions",
            description =
                    "Each is found again by tenant, programme, protocol, qualifier, kind and requestedAt; without requestedAt, the latest of that kind"
                            + " that was not taken back. An absent field keeps its value, null clears it. The outcome names the first"
                            + " exemption where an item has several protocols.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ExemptionItem.Upsert.class)))
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
        return upsert.upsert(body.items(), mode, dryRun).response(mode);
    }
}
