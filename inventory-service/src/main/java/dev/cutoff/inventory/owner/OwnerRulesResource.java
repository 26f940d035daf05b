package dev.cutoff.inventory.owner;

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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The collection of owner rules. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Owner rules", description = "Who answers for clients that do not name their owner themselves")
class OwnerRulesResource {

    @Schema(name = "OwnerRuleUpsert", description = "One to a thousand rules")
    record Upsert(
            @NotNull @Size(min = 1, max = Bulk.MOST) @Schema(description = "The rules")
            List<OwnerRuleItem> items) {}

    private final OwnerRules rules;

    OwnerRulesResource(OwnerRules rules) {
        this.rules = rules;
    }

    @GET
    @Path("owner-rules")
    @Produces({MediaType.APPLICATION_JSON, CsvPages.MEDIA_TYPE, NdjsonPages.MEDIA_TYPE})
    @RolesAllowed({Roles.VIEWER, Roles.OPERATOR, Roles.ADMIN, Roles.SERVICE})
    @Operation(
            operationId = "listOwnerRules",
            summary = "List owner rules",
            description =
                    "What owner lists and callers have said; kept whether or not evidence has named an account that it is about."
                            + " An owner that a client names itself counts before every rule.")
    @APIResponse(responseCode = "200", description = "A page of rules")
    public Page<OwnerRule> list(
            @BeanParam @Valid OwnerRuleFilter filter, @BeanParam @Valid View view, @BeanParam @Valid Paging paging) {
        return rules.list(filter, view, paging);
    }

    @POST
    @Path("owner-rules")
    @Idempotent
    @RolesAllowed({Roles.OPERATOR, Roles.ADMIN})
    @Parameter(ref = "IdempotencyKey")
    @Operation(
            operationId = "createOwnerRule",
            summary = "Create an owner rule",
            description = "Clients that it is true of, and that no earlier rule is true of, get its owner at once.")
    @APIResponse(
            responseCode = "201",
            description = "The rule",
            headers =
                    @Header(
                            name = "Location",
                            description = "Where it is",
                            schema = @Schema(implementation = String.class)),
            content = @Content(schema = @Schema(implementation = OwnerRule.class)))
    @APIResponse(responseCode = "404", ref = "NotFound")
    @APIResponse(responseCode = "409", ref = "Conflict")
    public Response create(
            @Valid @NotNull OwnerRuleItem body,
            @Parameter(description = "Why, for the audit trail", example = "CHG0031337")
                    @QueryParam("reason")
                    @Size(max = 500) @Nullable String reason) {
        var rule = rules.create(body, reason);
        return Response.created(URI.create("/v1/owner-rules/" + rule.id()))
                .entity(rule)
                .tag(Versioned.tag(rule.version()))
                .build();
    }

    @POST
    @Path("owner-rules:upsert")
    @Idempotent
    @RolesAllowed({Roles.OPERATOR, Roles.ADMIN})
    @Parameter(ref = "IdempotencyKey")
    @Operation(
            operationId = "upsertOwnerRules",
            summary = "Create or change many owner rules",
            description =
                    "Each item is found by tenant, kind and value. The token must see the tenants that it writes.")
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
        return rules.upsert(body.items(), options.mode(), options.dryRun(), options.reason())
                .response(options.mode());
    }
}
